import { AccountMenu } from "@quittance/ui/AccountMenu.tsx";
import { askAuth } from "@quittance/ui/auth.ts";
import { ErrorBoundary } from "@quittance/ui/ErrorBoundary.tsx";
import { LoadingPage } from "@quittance/ui/Loading.tsx";
import { SandboxBadge } from "@quittance/ui/SandboxBadge.tsx";
import { Shell } from "@quittance/ui/Shell.tsx";
import { Suspense, type ReactNode } from "react";
import { useLocation } from "wouter";
import { NoticesBell } from "../notices/NoticesBell.tsx";
import { useParkedCount } from "../operations/parkedCount.ts";
import { APP } from "./app.ts";
import { accountPages, navigationFor } from "./navigation.ts";
import { useSessionEnds } from "@quittance/client/SessionEnds.ts";
import { useViewer } from "./viewer.ts";

type Props = {
  brand: { name: string; logo?: string | null; sandbox: boolean } | undefined;
  children: ReactNode;
};

/** What stands around every page of a signed-in staff user. */
export function Frame({ brand, children }: Props) {
  const { name, email, permissions } = useViewer();
  const [path, go] = useLocation();
  const sessionEnds = useSessionEnds();
  const signOut = async (how: "sign-out" | "sign-out-everywhere") => {
    await askAuth(APP, how);
    go("/sign-in");
    sessionEnds();
  };
  return (
    <Shell
      brand={brand ?? { name: "Quittance" }}
      navigation={navigationFor(permissions, useParkedCount())}
      account={
        <>
          {brand?.sandbox && <SandboxBadge />}
          <NoticesBell />
          <AccountMenu
            name={name}
            email={email ?? null}
            items={accountPages}
            onSignOut={() => void signOut("sign-out")}
            onSignOutEverywhere={() => void signOut("sign-out-everywhere")}
          />
        </>
      }
    >
      <ErrorBoundary page={path}>
        <Suspense fallback={<LoadingPage />}>{children}</Suspense>
      </ErrorBoundary>
    </Shell>
  );
}
