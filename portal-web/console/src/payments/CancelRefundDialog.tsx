import { faultOf } from "@quittance/client/faultOf.ts";
import { Money, type Amount } from "@quittance/ui/Money.tsx";
import { useMutation } from "urql";
import { graphql } from "../gql";
import { ReasonDialog } from "./ReasonDialog.tsx";

const CancelRefund = graphql(`
  mutation CancelRefund($input: CancelRefundInput!) {
    cancelRefund(input: $input) {
      __typename
      ... on RefundCancelled {
        refund {
          id
          status
          payment {
            id
          }
        }
      }
      ... on RefundNotWaiting {
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

type Props = { refund: { id: string; amount: Amount }; onClose: () => void };

/** Drops a refund that staff would have sent. */
export function CancelRefundDialog({ refund: { id, amount }, onClose }: Props) {
  const [, cancel] = useMutation(CancelRefund);
  return (
    <ReasonDialog
      title="Cancel refund"
      submit="Cancel refund"
      onClose={onClose}
      onSubmit={async (reason, idempotencyKey) => {
        const { data, error } = await cancel({ input: { refundId: id, reason, idempotencyKey } });
        if (!data) return { refusal: (error && faultOf(error).reason) ?? "No answer came. Try again." };
        const answer = data.cancelRefund;
        switch (answer.__typename) {
          case "RefundCancelled":
            return undefined;
          case "RefundNotWaiting":
          case "KeyReused":
            return { refusal: answer.message };
          case "InvalidInput":
            return { faults: answer.fields };
        }
      }}
    >
      <p>
        The money is not sent: <Money {...amount} /> is available credit again.
      </p>
    </ReasonDialog>
  );
}
