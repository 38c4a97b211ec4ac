import { createGraphiQLFetcher, type Fetcher } from "@graphiql/toolkit";
import { createClient } from "graphql-ws";
import { Kind, OperationTypeNode, parse } from "graphql";

/** As the console user who is signed in in this browser, live fields included. */
const asConsole = createGraphiQLFetcher({
  url: "/graphql",
  headers: { "X-Quittance-App": "console" },
  wsClient: createClient({ url: `${location.origin.replace(/^http/, "ws")}/graphql?app=console` }),
});

/** As the third party whose token stands in the headers; without any cookie. */
const asThirdParty = createGraphiQLFetcher({
  url: "/graphql",
  fetch: (url, init) => fetch(url, { ...init, credentials: "omit" }),
});

/** Asks the server as whoever the headers name, else as the signed-in console user. */
export const ask: Fetcher = (request, options) => {
  const bearer = Object.keys(options?.headers ?? {}).some((name) => name.toLowerCase() === "authorization");
  if (!bearer) return asConsole(request, options);
  if (isLive(request.query, request.operationName))
    throw new Error(
      "A browser can't send a token with a WebSocket. Live fields run as the signed-in console user: take Authorization out of the headers.",
    );
  return asThirdParty(request, options);
};

function isLive(query: string, name: string | null | undefined): boolean {
  return parse(query).definitions.some(
    (one) =>
      one.kind === Kind.OPERATION_DEFINITION &&
      one.operation === OperationTypeNode.SUBSCRIPTION &&
      (!name || one.name?.value === name),
  );
}
