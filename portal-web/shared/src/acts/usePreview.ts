import type { Preview, ShownQuote } from "./quote.ts";
import type { TypedDocumentNode } from "@urql/core";
import { useQuery, type AnyVariables } from "urql";
import { faultOf, refusalOf } from "@quittance/client/faultOf.ts";

/** Asks what an act would bill or credit; `variables` is undefined while something is still to be chosen. */
export function usePreview<Data, Variables extends object>(
  query: TypedDocumentNode<Data, Variables>,
  variables: Variables | undefined,
  quoteOf: (data: Data) => ShownQuote,
): Preview {
  const [{ data, error, fetching }, ask] = useQuery<Data, AnyVariables>({
    query,
    variables: variables ?? {},
    requestPolicy: "network-only",
    pause: variables === undefined,
  });
  const retry = () => ask({ requestPolicy: "network-only" });
  if (fetching) return { retry };
  if (error) {
    const refusal = refusalOf(error);
    return refusal === undefined ? { fault: faultOf(error), retry } : { refusal, retry };
  }
  return { quote: data && quoteOf(data), retry };
}
