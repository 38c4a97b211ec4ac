import { faultOf } from "@quittance/client/faultOf.ts";
import { Failure } from "@quittance/ui/Failure.tsx";
import { LoadingCard } from "@quittance/ui/Loading.tsx";
import { Money } from "@quittance/ui/Money.tsx";
import { Facts } from "@quittance/ui/Thing.tsx";
import { useMutation, useQuery } from "urql";
import { graphql } from "../gql";
import { ReasonDialog } from "./ReasonDialog.tsx";

const PreviewReversal = graphql(`
  query PreviewReversal($id: ID!) {
    previewReversal(paymentId: $id) {
      reopened {
        amount {
          amount
          currency
        }
        invoice {
          id
          number
        }
      }
      creditAfter {
        amount
        currency
      }
    }
  }
`);

const ReversePayment = graphql(`
  mutation ReversePayment($input: ReversePaymentInput!) {
    reversePayment(input: $input) {
      __typename
      ... on PaymentPutBack {
        payment {
          id
          status
        }
        invoices {
          id
          status
        }
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

/** Puts an offline payment back to New, after showing what that undoes. */
export function ReverseDialog({ paymentId, onClose }: { paymentId: string; onClose: () => void }) {
  const [{ data, error }, ask] = useQuery({
    query: PreviewReversal,
    variables: { id: paymentId },
    requestPolicy: "network-only",
  });
  const [, reverse] = useMutation(ReversePayment);
  return (
    <ReasonDialog
      title="Put back to New"
      submit="Put back to New"
      hint="It stands in the history: the transfer was recalled, the cheque bounced."
      onClose={onClose}
      onSubmit={async (reason, idempotencyKey) => {
        const answer = await reverse({ input: { paymentId, reason, idempotencyKey } });
        if (!answer.data)
          return { refusal: (answer.error && faultOf(answer.error).reason) ?? "No answer came. Try again." };
        const result = answer.data.reversePayment;
        switch (result.__typename) {
          case "PaymentPutBack":
            return undefined;
          case "PaymentStays":
          case "KeyReused":
            return { refusal: result.message };
          case "InvalidInput":
            return { faults: result.fields };
        }
      }}
    >
      <p>The money is taken out again as if it had never come. The receipt is kept, marked as put back.</p>
      {error && !data && (
        <Failure
          what="What is undone could not be computed."
          fault={faultOf(error)}
          onRetry={() => ask({ requestPolicy: "network-only" })}
        />
      )}
      {!data && !error && <LoadingCard lines={3} />}
      {data && (
        <Facts
          facts={[
            ...data.previewReversal.reopened.map(({ invoice, amount }) => ({
              label: `Owed again on ${invoice.number ?? "an invoice"}`,
              value: <Money {...amount} />,
            })),
            { label: "Available credit afterwards", value: <Money {...data.previewReversal.creditAfter} /> },
          ]}
        />
      )}
    </ReasonDialog>
  );
}
