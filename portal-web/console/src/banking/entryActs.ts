import { faultOf } from "@quittance/client/faultOf.ts";
import { useMutation } from "urql";
import { graphql } from "../gql";
import type { Refused } from "../payments/ReasonDialog.tsx";

const SetAsideBankEntry = graphql(`
  mutation SetAsideBankEntry($input: SetAsideBankEntryInput!) {
    setAsideBankEntry(input: $input) {
      __typename
      ... on BankEntryDone {
        entry {
          id
          state
        }
      }
      ... on BankEntryStays {
        message
      }
      ... on InvalidInput {
        message
      }
    }
  }
`);

const UndoBankEntry = graphql(`
  mutation UndoBankEntry($input: UndoBankEntryInput!) {
    undoBankEntry(input: $input) {
      __typename
      ... on BankEntryDone {
        entry {
          id
          state
        }
      }
      ... on BankEntryStays {
        message
      }
      ... on PaymentStays {
        message
      }
      ... on KeyReused {
        message
      }
      ... on InvalidInput {
        fields {
          path
          message
        }
      }
    }
  }
`);

/** What changes when an entry is decided. */
export const entryChanges = {
  additionalTypenames: ["BankStatement", "BankEntry", "Payment", "Invoice", "Outstanding"],
};

/** Notes that an entry is none of a customer's. */
export function useSetAside(entryId: string) {
  const [, act] = useMutation(SetAsideBankEntry);
  return async (note: string): Promise<Refused> => {
    const { data, error } = await act({ input: { entryId, note } }, entryChanges);
    if (!data) return { refusal: (error && faultOf(error).reason) ?? "No answer came. Try again." };
    switch (data.setAsideBankEntry.__typename) {
      case "BankEntryDone":
        return undefined;
      case "BankEntryStays":
      case "InvalidInput":
        return { refusal: data.setAsideBankEntry.message };
    }
  };
}

/** Opens a decided entry again. */
export function useUndo(entryId: string) {
  const [, act] = useMutation(UndoBankEntry);
  return async (reason: string, idempotencyKey: string): Promise<Refused> => {
    const { data, error } = await act({ input: { entryId, reason, idempotencyKey } }, entryChanges);
    if (!data) return { refusal: (error && faultOf(error).reason) ?? "No answer came. Try again." };
    switch (data.undoBankEntry.__typename) {
      case "BankEntryDone":
        return undefined;
      case "BankEntryStays":
      case "PaymentStays":
      case "KeyReused":
        return { refusal: data.undoBankEntry.message };
      case "InvalidInput":
        return { faults: data.undoBankEntry.fields };
    }
  };
}
