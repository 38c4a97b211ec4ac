import type { Fault } from "@quittance/ui/Failure.tsx";
import type { CombinedError } from "@urql/core";

/** What a reader can use of an error: a better sentence where there is one, and the id that is also in the log. */
export function faultOf(error: CombinedError): Fault {
  if (error.networkError)
    return { reason: "The server can't be reached. Check your connection; it is tried again when you ask." };
  const [first] = error.graphQLErrors;
  const errorId = first?.extensions.id;
  switch (codeOf(error)) {
    case "NOT_FOUND":
      return { reason: "It is not there, or not yours to see." };
    case "FORBIDDEN":
      return { reason: "You don't have the right to see this. Ask an administrator." };
    case "BAD_REQUEST":
      return { reason: first?.message };
    default:
      return typeof errorId === "string" ? { errorId } : {};
  }
}

/** The sentence of a request that can't be done as it was made; none for another error. */
export function refusalOf(error: CombinedError): string | undefined {
  return codeOf(error) === "BAD_REQUEST" ? error.graphQLErrors[0]?.message : undefined;
}

/** Whether it failed because there is no such thing, or not for this person. */
export function isNotFound(error: CombinedError | undefined): boolean {
  return error !== undefined && codeOf(error) === "NOT_FOUND";
}

export function isSignedOut(error: CombinedError): boolean {
  return codeOf(error) === "UNAUTHORIZED";
}

function codeOf({ graphQLErrors: [first] }: CombinedError): unknown {
  return first?.extensions.classification ?? first?.extensions.code;
}
