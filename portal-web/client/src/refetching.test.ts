import { cacheExchange, Client, type Exchange, type Operation, type OperationResult } from "@urql/core";
import { filter, makeSubject, merge, pipe, subscribe, tap } from "wonka";
import { expect, test, vi } from "vitest";
import { refetching } from "./refetching.ts";

const query = "query Import { customerImport { id status } }";
const live = "subscription Changed { customerImportChanged { id } }";

/** A client whose server answers when the test says so. */
function server() {
  const asked: Operation[] = [];
  const answers = makeSubject<OperationResult>();
  const exchange: Exchange = () => (operations) =>
    merge([
      pipe(
        operations,
        tap((operation) => operation.kind !== "teardown" && asked.push(operation)),
        filter((): boolean => false),
      ) as never,
      answers.source,
    ]);
  const client = new Client({
    url: "/",
    preferGetMethod: false,
    exchanges: [refetching(new EventTarget()), cacheExchange, exchange],
  });
  const answer = (operation: Operation | undefined, data: unknown) => {
    if (!operation) throw new Error("Nothing was asked");
    answers.next({ operation, data, stale: false, hasNext: operation.kind === "subscription" });
  };
  return { client, asked, answer };
}

test("news that comes while a query is under way is asked for once the answer is there", async () => {
  const { client, asked, answer } = server();
  const seen: unknown[] = [];
  pipe(
    client.query(query, {}),
    subscribe(({ data }) => seen.push(data)),
  );
  pipe(
    client.subscription(live, {}, { additionalTypenames: ["CustomerImport"] }),
    subscribe(() => undefined),
  );
  const [first, stream] = asked;
  answer(stream, { customerImportChanged: { __typename: "Change", id: "1" } });
  answer(first, { customerImport: { __typename: "CustomerImport", id: "1", status: "RUNNING" } });
  await vi.waitFor(() => expect(asked).toHaveLength(3));
  answer(asked[2], { customerImport: { __typename: "CustomerImport", id: "1", status: "COMPLETED" } });
  expect(seen.at(-1)).toMatchObject({ customerImport: { status: "COMPLETED" } });
  await new Promise((later) => setTimeout(later, 10));
  expect(asked).toHaveLength(3);
});
