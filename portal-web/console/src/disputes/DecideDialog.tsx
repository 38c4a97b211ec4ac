import { faultOf } from "@quittance/client/faultOf.ts";
import { ConfirmDialog } from "@quittance/ui/ConfirmDialog.tsx";
import { useMutation } from "urql";
import { graphql } from "../gql";

const DecideSandboxDispute = graphql(`
  mutation DecideSandboxDispute($input: DecideSandboxDisputeInput!) {
    decideSandboxDispute(input: $input) {
      __typename
      ... on SandboxDisputeDecided {
        dispute {
          id
          state
        }
      }
      ... on NotInSandbox {
        message
      }
    }
  }
`);

/** Plays the payer's bank, of the sandbox gateway only. */
export function DecideDialog({
  disputeId,
  won,
  onClose,
}: {
  disputeId: string;
  won: boolean;
  onClose: () => void;
}) {
  const [, decide] = useMutation(DecideSandboxDispute);
  const act = async () => {
    const { data, error } = await decide(
      { input: { disputeId, won } },
      { additionalTypenames: ["HistoryEntry", "Payment", "Invoice"] },
    );
    if (!data) return (error && faultOf(error).reason) ?? "No answer came. Try again.";
    const answer = data.decideSandboxDispute;
    switch (answer.__typename) {
      case "SandboxDisputeDecided":
        return;
      case "NotInSandbox":
        return answer.message;
    }
  };
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={won ? "Let the dispute be won?" : "Let the dispute be lost?"}
      confirm={won ? "Decide: won" : "Decide: lost"}
      onConfirm={act}
    >
      You play the payer&rsquo;s bank of the sandbox gateway. No real money moves.
    </ConfirmDialog>
  );
}
