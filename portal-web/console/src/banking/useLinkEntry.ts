import { faultOf } from "@quittance/client/faultOf.ts";
import { newKey } from "@quittance/ui/newKey.ts";
import { useState } from "react";
import { useMutation } from "urql";
import { graphql } from "../gql";
import { entryChanges } from "./entryActs.ts";

const ConfirmBankRefund = graphql(`
  mutation ConfirmBankRefund($input: ConfirmBankRefundInput!) {
    confirmBankRefund(input: $input) {
      __typename
      ... on BankEntryDone {
        entry {
          id
          state
        }
      }
      ... on Problem {
        message
      }
    }
  }
`);

const ConfirmBankReturn = graphql(`
  mutation ConfirmBankReturn($input: ConfirmBankReturnInput!) {
    confirmBankReturn(input: $input) {
      __typename
      ... on BankEntryDone {
        entry {
          id
          state
        }
      }
      ... on Problem {
        message
      }
    }
  }
`);

const LinkBankPayment = graphql(`
  mutation LinkBankPayment($input: LinkBankPaymentInput!) {
    linkBankPayment(input: $input) {
      __typename
      ... on BankEntryDone {
        entry {
          id
          state
        }
      }
      ... on Problem {
        message
      }
    }
  }
`);

const LinkBankPayout = graphql(`
  mutation LinkBankPayout($input: LinkBankPayoutInput!) {
    linkBankPayout(input: $input) {
      __typename
      ... on BankEntryDone {
        entry {
          id
          state
        }
      }
      ... on Problem {
        message
      }
    }
  }
`);

/** What the books know of: a refund, a payment that came back or was confirmed by hand, a payout. */
export type Known = { kind: "REFUND" | "RETURN" | "RECORDED" | "PAYOUT"; id: string };

/** Says that an entry is money the books know of. Gives back why not, or nothing. */
export function useLinkEntry(entryId: string) {
  const [, refund] = useMutation(ConfirmBankRefund);
  const [, back] = useMutation(ConfirmBankReturn);
  const [, recorded] = useMutation(LinkBankPayment);
  const [, payout] = useMutation(LinkBankPayout);
  const [key, setKey] = useState(newKey);
  const asked = async ({ kind, id }: Known) => {
    const input = { entryId, idempotencyKey: key };
    switch (kind) {
      case "REFUND": {
        const { data, error } = await refund({ input: { ...input, refundId: id } }, entryChanges);
        return { answer: data?.confirmBankRefund, error };
      }
      case "RETURN": {
        const { data, error } = await back({ input: { ...input, paymentId: id } }, entryChanges);
        return { answer: data?.confirmBankReturn, error };
      }
      case "RECORDED": {
        const { data, error } = await recorded({ input: { ...input, paymentId: id } }, entryChanges);
        return { answer: data?.linkBankPayment, error };
      }
      case "PAYOUT": {
        const { data, error } = await payout({ input: { ...input, payoutId: id } }, entryChanges);
        return { answer: data?.linkBankPayout, error };
      }
    }
  };
  return async (known: Known): Promise<string | undefined> => {
    const { answer, error } = await asked(known);
    if (!answer) return (error && faultOf(error).reason) ?? "No answer came. Try again.";
    setKey(newKey());
    switch (answer.__typename) {
      case "BankEntryDone":
        return undefined;
      case "BankEntryStays":
      case "BankAmountDiffers":
      case "BankTargetTaken":
      case "RefundNotWaiting":
      case "PaymentStays":
      case "MonthClosed":
      case "KeyReused":
      case "InvalidInput":
        return answer.message;
    }
  };
}
