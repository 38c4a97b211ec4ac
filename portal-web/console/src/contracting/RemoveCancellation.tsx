import { Button } from "@mantine/core";
import { useState } from "react";
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
          status
          cancelsOn
        }
      }
      ... on NothingScheduled {
        message
      }
      ... on SwitchedOff {
        message
      }
    }
  }
`);

/** Takes a scheduled cancellation back: the subscription renews again. */
export function RemoveCancellation({ id }: { id: string }) {
  const [{ fetching }, remove] = useMutation(RemoveScheduledCancellation);
  const [refusal, setRefusal] = useState<string>();
  const act = async () => {
    const { data, error } = await remove({ input: { id } });
    if (!data) return setRefusal((error && faultOf(error).reason) ?? "Try again.");
    switch (data.removeScheduledCancellation.__typename) {
      case "ScheduledCancellationRemoved":
        return;
      case "NothingScheduled":
      case "SwitchedOff":
        return setRefusal(data.removeScheduledCancellation.message);
    }
  };
  return (
    <>
      <Button variant="default" loading={fetching} onClick={() => void act()}>
        Remove scheduled cancellation
      </Button>
      {refusal && <p role="alert">{refusal}</p>}
    </>
  );
}
