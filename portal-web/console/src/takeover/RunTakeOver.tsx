import { Button, TextInput } from "@mantine/core";
import { ConfirmDialog } from "@quittance/ui/ConfirmDialog.tsx";
import { useState } from "react";
import { useMutation } from "urql";
import { faultOf } from "@quittance/client/faultOf.ts";
import { getFragmentData, graphql, type FragmentType } from "../gql";
import { rowsText } from "./texts.ts";

const RunTakeOverFields = graphql(`
  fragment RunTakeOver on TakeOver {
    id
    goodCount
    badCount
    figures {
      differs
    }
  }
`);

const RunTakeOverMutation = graphql(`
  mutation RunTakeOver($input: RunTakeOverInput!) {
    runTakeOver(input: $input) {
      __typename
      ... on TakeOverStarted {
        takeOver {
          id
          status
        }
      }
      ... on TakeOverDiffers {
        message
      }
      ... on TakeOverNotDone {
        message
      }
      ... on ImportHasFaults {
        message
      }
      ... on ImportBusy {
        message
      }
      ... on InvalidInput {
        message
      }
    }
  }
`);

/** Takes the good rows over, after asking once more; a difference has to be explained. */
export function RunTakeOver({ of }: { of: FragmentType<typeof RunTakeOverFields> }) {
  const { id, goodCount, badCount, figures } = getFragmentData(RunTakeOverFields, of);
  const [asking, setAsking] = useState(false);
  const [why, setWhy] = useState("");
  const [, run] = useMutation(RunTakeOverMutation);
  const differs = figures.some((one) => one.differs);
  const act = async () => {
    const { data, error } = await run({
      input: { id, skipBadRows: badCount > 0, acknowledgement: why.trim() || null },
    });
    if (!data) return (error && faultOf(error).reason) ?? "The run was not started. Try again.";
    switch (data.runTakeOver.__typename) {
      case "TakeOverStarted":
        return;
      case "TakeOverDiffers":
      case "TakeOverNotDone":
      case "ImportHasFaults":
      case "ImportBusy":
      case "InvalidInput":
        return data.runTakeOver.message;
    }
  };
  const verb = `Take over ${rowsText(goodCount)}`;
  return (
    <>
      <Button disabled={goodCount === 0} onClick={() => setAsking(true)}>
        {verb}
      </Button>
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={`${verb}?`}
        confirm={verb}
        onConfirm={act}
      >
        {badCount > 0 &&
          `${badCount === 1 ? "The bad row is" : `The ${badCount.toLocaleString()} bad rows are`} left out. `}
        Nothing is billed or mailed by it. It can be taken back until something is done with what it brought.
        {differs && (
          <TextInput
            mt={16}
            label="Why the difference is right"
            required
            maxLength={300}
            value={why}
            onChange={(event) => setWhy(event.currentTarget.value)}
          />
        )}
      </ConfirmDialog>
    </>
  );
}
