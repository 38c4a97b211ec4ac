import type { App } from "@quittance/ui/auth.ts";
import { cacheExchange, Client, fetchExchange, mapExchange, subscriptionExchange } from "@urql/core";
import { isSignedOut } from "./faultOf.ts";
import { liveSocket } from "./liveSocket.ts";
import { refetching } from "./refetching.ts";
import { withoutTypenames } from "./withoutTypenames.ts";

/**
 * Talks GraphQL for one signed-in person: made anew at each sign-in and sign-out, so that nothing of one stays for the
 * next. `onSignedOut` is called when the server no longer knows the session.
 */
export function createClient(app: App, onSignedOut: () => void): Client {
  const reconnected = new EventTarget();
  const socket = liveSocket(app, () => reconnected.dispatchEvent(new Event("again")), onSignedOut);
  return new Client({
    url: "/graphql",
    preferGetMethod: false,
    fetchOptions: { credentials: "same-origin", headers: { "X-Quittance-App": app } },
    exchanges: [
      refetching(reconnected),
      cacheExchange,
      mapExchange({
        onResult: withoutTypenames,
        onError: (error, { context }) => {
          if (isSignedOut(error) && context.asksWhoIsThere !== true) onSignedOut();
        },
      }),
      fetchExchange,
      subscriptionExchange({ forwardSubscription: socket }),
    ],
  });
}
