import { faultOf } from "@quittance/client/faultOf.ts";
import { Money, type Amount } from "@quittance/ui/Money.tsx";
import { useState } from "react";
import { useMutation } from "urql";
import { graphql } from "../gql";
import { ReasonDialog } from "./ReasonDialog.tsx";

const WriteOffInvoice = graphql(`
  mutation WriteOffInvoice($input: WriteOffInvoiceInput!) {
    writeOffInvoice(input: $input) {
      __typename
      ... on RestWrittenOff {
        invoice {
          id
          status
        }
      }
      ... on RestChanged {
        message
        due {
          amount
          currency
        }
      }
      ... on NothingDue {
        message
      }
      ... on PaymentInProgress {
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

type Props = {
  invoice: { id: string; number?: string | null | undefined; amountDue: Amount };
  onClose: () => void;
};

/** Gives up what an invoice still owes. */
export function WriteOffDialog({ invoice: { id, number, amountDue }, onClose }: Props) {
  const [, writeOff] = useMutation(WriteOffInvoice);
  const [due, setDue] = useState(amountDue);
  return (
    <ReasonDialog
      title={`Write off ${number ?? "the invoice"}`}
      submit="Write off"
      onClose={onClose}
      onSubmit={async (reason, idempotencyKey) => {
        const { data, error } = await writeOff({
          input: {
            invoiceId: id,
            amount: { amount: due.amount, currency: due.currency },
            reason,
            idempotencyKey,
          },
        });
        if (!data) return { refusal: (error && faultOf(error).reason) ?? "No answer came. Try again." };
        const answer = data.writeOffInvoice;
        switch (answer.__typename) {
          case "RestWrittenOff":
            return undefined;
          case "RestChanged":
            setDue(answer.due);
            return { refusal: answer.message };
          case "NothingDue":
          case "PaymentInProgress":
          case "KeyReused":
            return { refusal: answer.message };
          case "InvalidInput":
            return { faults: answer.fields };
        }
      }}
    >
      <p>
        <Money {...due} /> is given up as a bad debt. If money comes after all, it is owed again.
      </p>
    </ReasonDialog>
  );
}
