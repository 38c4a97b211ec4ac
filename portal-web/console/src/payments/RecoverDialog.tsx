import { faultOf } from "@quittance/client/faultOf.ts";
import { Money, type Amount } from "@quittance/ui/Money.tsx";
import { useMutation } from "urql";
import { graphql } from "../gql";
import { ReasonDialog } from "./ReasonDialog.tsx";

const RecoverInvoice = graphql(`
  mutation RecoverInvoice($input: RecoverInvoiceInput!) {
    recoverInvoice(input: $input) {
      __typename
      ... on InvoiceRecovered {
        invoice {
          id
          status
        }
      }
      ... on NotWrittenOff {
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
  invoice: { id: string; number?: string | null | undefined };
  amount: Amount;
  onClose: () => void;
};

/** Lets an invoice that was given up be owed again. */
export function RecoverDialog({ invoice: { id, number }, amount, onClose }: Props) {
  const [, recover] = useMutation(RecoverInvoice);
  return (
    <ReasonDialog
      title={`Recover ${number ?? "the invoice"}`}
      submit="Recover"
      onClose={onClose}
      onSubmit={async (reason, idempotencyKey) => {
        const { data, error } = await recover({ input: { invoiceId: id, reason, idempotencyKey } });
        if (!data) return { refusal: (error && faultOf(error).reason) ?? "No answer came. Try again." };
        const answer = data.recoverInvoice;
        switch (answer.__typename) {
          case "InvoiceRecovered":
            return undefined;
          case "NotWrittenOff":
          case "PaymentInProgress":
          case "KeyReused":
            return { refusal: answer.message };
          case "InvalidInput":
            return { faults: answer.fields };
        }
      }}
    >
      <p>
        <Money {...amount} /> is owed again, and the invoice is open.
      </p>
    </ReasonDialog>
  );
}
