import { makeOperation, type Client, type Exchange, type Operation } from "@urql/core";
import { pipe, tap } from "wonka";

/**
 * Fetches again what is shown where news would be missed: all of it when the live connection is back, since what
 * happened in between was not heard, and a query that was under way when news came, since urql asks for nothing twice
 * at a time and its answer may be older than the news.
 */
export function refetching(reconnected: EventTarget): Exchange {
  return ({ client, forward }) => {
    const shown = new Map<number, Operation>();
    /** Queries under way, with how much news there had been when they were sent. */
    const underWay = new Map<number, number>();
    let news = 0;
    reconnected.addEventListener("again", () => {
      for (const query of shown.values()) again(client, query);
    });
    return (operations) =>
      pipe(
        forward(
          pipe(
            operations,
            tap(({ kind, key, ...operation }) => {
              if (kind === "query") {
                shown.set(key, { kind, key, ...operation });
                underWay.set(key, news);
              } else if (kind === "teardown") {
                shown.delete(key);
                underWay.delete(key);
              }
            }),
          ),
        ),
        tap(({ operation: { kind, key }, stale }) => {
          if (kind !== "query") {
            news++;
          } else if (!stale) {
            const heard = underWay.get(key) ?? news;
            underWay.delete(key);
            // After this answer has gone through: until then the query counts as under way.
            if (heard < news)
              setTimeout(() => {
                const query = shown.get(key);
                if (query) again(client, query);
              });
          }
        }),
      );
  };
}

function again(client: Client, query: Operation): void {
  client.reexecuteOperation(
    makeOperation("query", query, { ...query.context, requestPolicy: "network-only" }),
  );
}
