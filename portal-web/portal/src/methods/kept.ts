import { getFragmentData, graphql, type FragmentType } from "../gql";

/** What can come of keeping a card: every member of the union, in the same words for all three acts. */
export const KeptFields = graphql(`
  fragment Kept on KeepMethodResult {
    __typename
    ... on PaymentMethodKept {
      method {
        id
      }
    }
    ... on MethodRequiresAction {
      setupId
      actionUrl
    }
    ... on MethodUnderWay {
      setupId
    }
    ... on MethodRefused {
      message
    }
    ... on SwitchedOff {
      message
    }
    ... on KeyReused {
      message
    }
    ... on InvalidInput {
      message
    }
  }
`);

/** What the dialog does next. */
export type Kept =
  | { kind: "kept" }
  | { kind: "bank"; setupId: string; actionUrl: string }
  | { kind: "waiting" }
  | { kind: "refused"; message: string };

export function keptOf(masked: FragmentType<typeof KeptFields>): Kept {
  const answer = getFragmentData(KeptFields, masked);
  switch (answer.__typename) {
    case "PaymentMethodKept":
      return { kind: "kept" };
    case "MethodRequiresAction":
      return { kind: "bank", setupId: answer.setupId, actionUrl: answer.actionUrl };
    case "MethodUnderWay":
      return { kind: "waiting" };
    case "MethodRefused":
    case "SwitchedOff":
    case "KeyReused":
    case "InvalidInput":
      return { kind: "refused", message: answer.message };
  }
}
