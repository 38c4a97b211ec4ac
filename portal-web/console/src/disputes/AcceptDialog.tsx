import { faultOf } from "@quittance/client/faultOf.ts";
import { ConfirmDialog } from "@quittance/ui/ConfirmDialog.tsx";
import { Money, type Amount } from "@quittance/ui/Money.tsx";
import { newKey } from "@quittance/ui/newKey.ts";
import { useState } from "react";
import { useMutation } from "urql";
import { graphql } from "../gql";

const AcceptDispute = graphql(`
  mutation AcceptDispute($input: AcceptDisputeInput!) {
    acceptDispute(input: $input) {
      __typename
      ... on DisputeAccepted {
        dispute {
          id
          state
        }
      }
      ... on DisputeNotOpen {
        message
      }
      ... on KeyReused {
        message
      }
      ... on InvalidInput {
        fields {
          message
        }
      }
    }
  }
`);

type Props = { dispute: { id: string; amount: Amount; fee: Amount }; onClose: () => void };

/** Gives a dispute up. */
export function AcceptDialog({ dispute: { id, amount, fee }, onClose }: Props) {
  const [, accept] = useMutation(AcceptDispute);
  const [key, setKey] = useState(newKey);
  const act = async () => {
    const { data, error } = await accept(
      { input: { disputeId: id, idempotencyKey: key } },
      { additionalTypenames: ["HistoryEntry"] },
    );
    if (!data) return (error && faultOf(error).reason) ?? "No answer came. Try again.";
    setKey(newKey());
    const answer = data.acceptDispute;
    switch (answer.__typename) {
      case "DisputeAccepted":
        return;
      case "DisputeNotOpen":
      case "KeyReused":
        return answer.message;
      case "InvalidInput":
        return answer.fields.map(({ message }) => message).join(" ");
    }
  };
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title="Accept this dispute?"
      confirm="Accept dispute"
      danger
      onConfirm={act}
    >
      The payer keeps <Money {...amount} />, and the gateway keeps its fee of <Money {...fee} />. What the
      payment had paid is still owed. This can&rsquo;t be taken back.
    </ConfirmDialog>
  );
}
