import { UiProvider } from "@quittance/ui/UiProvider.tsx";
import { useCallback, useMemo, useState } from "react";
import { Provider } from "urql";
import { Router } from "wouter";
import { Routes } from "../routes.tsx";
import { APP } from "./app.ts";
import { createClient } from "@quittance/client/client.ts";
import { SessionEnds } from "@quittance/client/SessionEnds.ts";

/** The console: its theme, its place in the URL and its connection, which is new for every session. */
export function App() {
  const [session, setSession] = useState(0);
  const renew = useCallback(() => setSession((number) => number + 1), []);
  return (
    <UiProvider>
      <Router base="/console">
        <SessionEnds value={renew}>
          <Connected key={session} onSignedOut={renew} />
        </SessionEnds>
      </Router>
    </UiProvider>
  );
}

function Connected({ onSignedOut }: { onSignedOut: () => void }) {
  const client = useMemo(() => createClient(APP, onSignedOut), [onSignedOut]);
  return (
    <Provider value={client}>
      <Routes />
    </Provider>
  );
}
