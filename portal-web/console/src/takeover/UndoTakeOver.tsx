import { Button, TextInput } from "@mantine/core";
import { ConfirmDialog } from "@quittance/ui/ConfirmDialog.tsx";
import { useState } from "react";
import { useMutation } from "urql";
import { faultOf } from "@quittance/client/faultOf.ts";
import { graphql } from "../gql";

const UndoTakeOverMutation = graphql(`
  mutation UndoTakeOver($input: UndoTakeOverInput!) {
    undoTakeOver(input: $input) {
      __typename
      ... on TakeOverUndone {
        takeOver {
          id
          undoneAt
        }
      }
      ... on TakeOverInUse {
        message
      }
      ... on TakeOverNotDone {
        message
      }
      ... on InvalidInput {
        message
      }
    }
  }
`);

/** Takes all that a file brought back by the opposite bookings. */
export function UndoTakeOver({ id }: { id: string }) {
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState("");
  const [, undo] = useMutation(UndoTakeOverMutation);
  const act = async () => {
    const { data, error } = await undo({ input: { id, reason } });
    if (!data) return (error && faultOf(error).reason) ?? "Nothing was taken back. Try again.";
    switch (data.undoTakeOver.__typename) {
      case "TakeOverUndone":
        return;
      case "TakeOverInUse":
      case "TakeOverNotDone":
      case "InvalidInput":
        return data.undoTakeOver.message;
    }
  };
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        Take back…
      </Button>
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title="Take all of this file back?"
        confirm="Take back"
        danger
        onConfirm={act}
      >
        Every booking gets its opposite, of today. The file can be uploaded again.
        <TextInput
          mt={16}
          label="Reason"
          required
          maxLength={300}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </ConfirmDialog>
    </>
  );
}
