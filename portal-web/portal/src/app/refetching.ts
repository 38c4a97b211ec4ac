import { makeOperation, type Exchange, type Operation } from "@urql/core";
import { pipe, tap } from "wonka";

/** Fetches again all that is shown when the live connection is back: what happened in between was not heard. */
export function refetching(reconnected: EventTarget): Exchange {
  return ({ client, forward }) => {
    const shown = new Map<number, Operation>();
    reconnected.addEventListener("again", () => {
      for (const query of shown.values())
        client.reexecuteOperation(
          makeOperation("query", query, { ...query.context, requestPolicy: "network-only" }),
        );
    });
    return (operations) =>
      forward(
        pipe(
          operations,
          tap((operation) => {
            if (operation.kind === "query") shown.set(operation.key, operation);
            else if (operation.kind === "teardown") shown.delete(operation.key);
          }),
        ),
      );
  };
}
