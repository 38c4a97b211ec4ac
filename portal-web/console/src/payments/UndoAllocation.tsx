import { Button } from "@mantine/core";
import { faultOf } from "@quittance/client/faultOf.ts";
import { ConfirmDialog } from "@quittance/ui/ConfirmDialog.tsx";
import { Money, type Amount } from "@quittance/ui/Money.tsx";
import { newKey } from "@quittance/ui/newKey.ts";
import { useState } from "react";
import { useMutation } from "urql";
import { graphql } from "../gql";

const UndoAllocationMutation = graphql(`
  mutation UndoAllocation($input: UndoAllocationInput!) {
    undoAllocation(input: $input) {
      __typename
      ... on AllocationUndone {
        invoice {
          id
          status
          payments {
            payment {
              id
            }
          }
        }
      }
      ... on AllocationStays {
        message
      }
      ... on KeyReused {
        message
      }
      ... on InvalidInput {
        message
      }
    }
  }
`);

type Props = { allocation: { id: string; amount: Amount }; invoice: string };

/** Takes back what pays an invoice, after asking. */
export function UndoAllocation({ allocation: { id, amount }, invoice }: Props) {
  const [asking, setAsking] = useState(false);
  const [key] = useState(newKey);
  const [, undo] = useMutation(UndoAllocationMutation);
  const act = async () => {
    const { data, error } = await undo(
      { input: { allocationId: id, idempotencyKey: key } },
      { additionalTypenames: ["Payment", "Invoice"] },
    );
    if (!data) return (error && faultOf(error).reason) ?? "No answer came. Try again.";
    const answer = data.undoAllocation;
    switch (answer.__typename) {
      case "AllocationUndone":
        return;
      case "AllocationStays":
      case "KeyReused":
      case "InvalidInput":
        return answer.message;
    }
  };
  return (
    <>
      <Button size="compact-sm" variant="subtle" onClick={() => setAsking(true)}>
        Undo
      </Button>
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={`Undo the payment of ${invoice}?`}
        confirm="Undo"
        danger
        onConfirm={act}
      >
        <Money {...amount} /> becomes available credit, and {invoice} owes it again.
      </ConfirmDialog>
    </>
  );
}
