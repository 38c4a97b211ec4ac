import { faultOf } from "@quittance/client/faultOf.ts";
import type { FieldFault } from "@quittance/ui/faults.ts";
import { newKey } from "@quittance/ui/newKey.ts";
import { useState } from "react";
import { useMutation } from "urql";
import { graphql } from "../gql";
import type { AllocationShareInput } from "../gql/graphql.ts";
import { entryChanges } from "./entryActs.ts";

const ConfirmBankEntry = graphql(`
  mutation ConfirmBankEntry($input: ConfirmBankEntryInput!) {
    confirmBankEntry(input: $input) {
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
      ... on InvoiceOfAnotherCustomer {
        message
      }
      ... on InvoiceInAnotherCurrency {
        message
      }
      ... on PaymentInProgress {
        message
      }
      ... on NothingDue {
        message
      }
      ... on MonthClosed {
        message
      }
      ... on MoreThanDue {
        message
      }
      ... on MoreThanAvailable {
        message
      }
      ... on OverpaymentNotAllowed {
        message
      }
      ... on KeyReused {
        message
      }
      ... on InvalidInput {
        message
        fields {
          path
          message
        }
      }
    }
  }
`);

export type Booked = {
  customerId: string;
  shares: AllocationShareInput[];
  /** Another value day than the bank's. */
  valueOn?: string | null;
};

/** Why an act was refused, in a sentence; with the fields where the form has them. */
export type Refusal = { sentence: string; fields?: readonly FieldFault[] } | undefined;

/** Books an entry as a payment; asked again with what was refused, it is another act. */
export function useConfirmEntry(entryId: string) {
  const [, act] = useMutation(ConfirmBankEntry);
  const [key, setKey] = useState(newKey);
  return async (booked: Booked): Promise<Refusal> => {
    const { data, error } = await act({ input: { entryId, idempotencyKey: key, ...booked } }, entryChanges);
    if (!data) return { sentence: (error && faultOf(error).reason) ?? "No answer came. Try again." };
    setKey(newKey());
    const answer = data.confirmBankEntry;
    switch (answer.__typename) {
      case "BankEntryDone":
        return undefined;
      case "InvalidInput":
        return { sentence: answer.fields.map(sentenceOf).join(" "), fields: answer.fields };
      case "BankEntryStays":
      case "InvoiceOfAnotherCustomer":
      case "InvoiceInAnotherCurrency":
      case "PaymentInProgress":
      case "NothingDue":
      case "MonthClosed":
      case "MoreThanDue":
      case "MoreThanAvailable":
      case "OverpaymentNotAllowed":
      case "KeyReused":
        return { sentence: answer.message };
    }
  };
}

function sentenceOf({ path, message }: FieldFault): string {
  return path === "valueOn"
    ? `The value day ${message}. Choose another customer or invoice to enter one.`
    : message;
}
