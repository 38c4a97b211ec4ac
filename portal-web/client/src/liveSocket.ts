import type { SubscriptionForwarder } from "@urql/core";
import type { Client } from "graphql-ws";
import type { App } from "@quittance/ui/auth.ts";

/** The server's word for a session that is over. */
const UNAUTHORIZED = 4401;

/**
 * The live connection of this app. It is opened with the first live query and again after every break, from one
 * second to half a minute later. Its program is loaded only then: the first page does not wait for it.
 */
export function liveSocket(
  app: App,
  onReconnected: () => void,
  onSignedOut: () => void,
): SubscriptionForwarder {
  let client: Promise<Client> | undefined;
  return ({ query, variables }) => ({
    subscribe(sink) {
      let stop: (() => void) | undefined;
      let stopped = false;
      client ??= connect(app, onReconnected, onSignedOut);
      void client.then((socket) => {
        if (stopped || query === undefined) return;
        stop = socket.subscribe(
          { query, ...(variables && { variables }) },
          sink as Parameters<Client["subscribe"]>[1],
        );
      });
      return {
        unsubscribe() {
          stopped = true;
          stop?.();
        },
      };
    },
  });
}

async function connect(app: App, onReconnected: () => void, onSignedOut: () => void): Promise<Client> {
  const { createClient } = await import("graphql-ws");
  let before = false;
  return createClient({
    url: `${location.origin.replace(/^http/, "ws")}/graphql?app=${app}`,
    // From one page to the next the connection stays.
    lazyCloseTimeout: 30_000,
    retryAttempts: Infinity,
    shouldRetry: () => true,
    retryWait: (retries) => {
      const seconds = Math.min(2 ** retries, 30);
      // Not all browsers at once, when a server comes back.
      return new Promise((waited) => setTimeout(waited, seconds * 1000 * (0.5 + Math.random() / 2)));
    },
    on: {
      connected: () => {
        if (before) onReconnected();
        before = true;
      },
      closed: (event) => {
        if ((event as CloseEvent).code === UNAUTHORIZED) onSignedOut();
      },
    },
  });
}
