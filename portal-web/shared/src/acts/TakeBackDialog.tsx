import { ConfirmDialog } from "@quittance/ui/ConfirmDialog.tsx";
import { useMutation } from "urql";
import { faultOf } from "@quittance/client/faultOf.ts";
import { graphql } from "../gql";

const RemoveScheduledCancellation = graphql(`
  mutation RemoveScheduledCancellation($input: RemoveScheduledCancellationInput!) {
    removeScheduledCancellation(input: $input) {
      __typename
      ... on ScheduledCancellationRemoved {
        subscription {
          id
        }
      }
      ... on SwitchedOff {
        message
      }
      ... on NothingScheduled {
        message
      }
    }
  }
`);

const RemoveScheduledChange = graphql(`
  mutation RemoveScheduledChange($input: RemoveScheduledChangeInput!) {
    removeScheduledChange(input: $input) {
      __typename
      ... on ScheduledChangeRemoved {
        subscription {
          id
        }
      }
      ... on SwitchedOff {
        message
      }
      ... on ActNotPossible {
        message
      }
    }
  }
`);

const words = {
  REMOVE_SCHEDULED_CANCELLATION: {
    title: "Remove scheduled cancellation?",
    confirm: "Keep the subscription",
    text: "It no longer ends, and goes on as before.",
  },
  REMOVE_SCHEDULED_CHANGE: {
    title: "Remove scheduled change?",
    confirm: "Keep it as it is",
    text: "It stays what it is now at the end of the term.",
  },
} as const;

type Props = { id: string; what: keyof typeof words; onClose: () => void };

/** Takes back what was planned for the end of the term. */
export function TakeBackDialog({ id, what, onClose }: Props) {
  const { title, confirm, text } = words[what];
  const [, keep] = useMutation(RemoveScheduledCancellation);
  const [, stay] = useMutation(RemoveScheduledChange);
  const cancellation = async () => {
    const { data, error } = await keep({ input: { id } });
    if (!data) return (error && faultOf(error).reason) ?? "Nothing was changed. Try again.";
    switch (data.removeScheduledCancellation.__typename) {
      case "ScheduledCancellationRemoved":
        return;
      case "SwitchedOff":
      case "NothingScheduled":
        return data.removeScheduledCancellation.message;
    }
  };
  const change = async () => {
    const { data, error } = await stay({ input: { id } });
    if (!data) return (error && faultOf(error).reason) ?? "Nothing was changed. Try again.";
    switch (data.removeScheduledChange.__typename) {
      case "ScheduledChangeRemoved":
        return;
      case "SwitchedOff":
      case "ActNotPossible":
        return data.removeScheduledChange.message;
    }
  };
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={title}
      confirm={confirm}
      onConfirm={what === "REMOVE_SCHEDULED_CHANGE" ? change : cancellation}
    >
      {text}
    </ConfirmDialog>
  );
}
