import { ConfirmDialog } from "@quittance/ui/ConfirmDialog.tsx";
import { newKey } from "@quittance/ui/newKey.ts";
import { useState } from "react";
import { useMutation } from "urql";
import { faultOf } from "@quittance/client/faultOf.ts";
import { graphql } from "../gql";
import type { Reader } from "../Reader.ts";

const ExtendTrial = graphql(`
  mutation ExtendTrial($input: ExtendTrialInput!) {
    extendTrial(input: $input) {
      __typename
      ... on TrialExtended {
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
      ... on KeyReused {
        message
      }
      ... on InvalidInput {
        message
      }
    }
  }
`);

type Props = { reader: Reader; id: string; onClose: () => void };

const words = {
  customer: {
    title: "Your trial can be extended",
    text: "It has ended. You can try on from today for as long as before; nothing is charged.",
  },
  staff: {
    title: "Extend trial",
    text: "It goes on from today for as long as the trial of the plan is; nothing is billed.",
  },
} as const;

/** Goes on with a trial that has expired. */
export function ExtendTrialDialog({ reader, id, onClose }: Props) {
  const [, extend] = useMutation(ExtendTrial);
  const [key, setKey] = useState(newKey);
  const act = async () => {
    const { data, error } = await extend({ input: { id, idempotencyKey: key } });
    if (!data) return (error && faultOf(error).reason) ?? "No answer came. Try again.";
    setKey(newKey());
    switch (data.extendTrial.__typename) {
      case "TrialExtended":
        return;
      case "SwitchedOff":
      case "ActNotPossible":
      case "KeyReused":
      case "InvalidInput":
        return data.extendTrial.message;
    }
  };
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={words[reader].title}
      confirm="Extend trial"
      onConfirm={act}
    >
      {words[reader].text}
    </ConfirmDialog>
  );
}
