import { Button } from "@mantine/core";
import { ConfirmDialog } from "@quittance/ui/ConfirmDialog.tsx";
import { useState } from "react";
import { useMutation } from "urql";
import { faultOf } from "@quittance/client/faultOf.ts";
import { graphql } from "../gql";

const RetryDelivery = graphql(`
  mutation RetryDelivery($input: RetryDeliveryInput!) {
    retryDelivery(input: $input) {
      __typename
      ... on DeliveryRetried {
        id
      }
      ... on DeliveryNotParked {
        message
      }
    }
  }
`);

const DropDelivery = graphql(`
  mutation DropDelivery($input: DropDeliveryInput!) {
    dropDelivery(input: $input) {
      __typename
      ... on DeliveryDropped {
        id
      }
      ... on DeliveryNotParked {
        message
      }
    }
  }
`);

/** After a decision the lists of parked deliveries are fetched again; the answers do not name their type. */
const DECIDES = { additionalTypenames: ["ParkedDelivery"] };

type Props = { id: string; event: string; listener: string };

/** Tries a parked delivery again, or gives it up after asking once more. */
export function DecideDelivery({ id, event, listener }: Props) {
  const [{ fetching }, retry] = useMutation(RetryDelivery);
  const [, drop] = useMutation(DropDelivery);
  const [asking, setAsking] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const name = `${event} to ${listener}`;
  const tryAgain = async () => {
    const { data, error } = await retry({ input: { id } }, DECIDES);
    if (!data) return setRefusal((error && faultOf(error).reason) ?? "Nothing was done. Try again.");
    switch (data.retryDelivery.__typename) {
      case "DeliveryRetried":
        return setRefusal(undefined);
      case "DeliveryNotParked":
        return setRefusal(data.retryDelivery.message);
    }
  };
  const giveUp = async () => {
    const { data, error } = await drop({ input: { id } }, DECIDES);
    if (!data) return (error && faultOf(error).reason) ?? "Nothing was done. Try again.";
    switch (data.dropDelivery.__typename) {
      case "DeliveryDropped":
        return;
      case "DeliveryNotParked":
        return data.dropDelivery.message;
    }
  };
  return (
    <>
      {refusal && <p role="alert">{refusal}</p>}
      <Button
        size="compact-md"
        variant="light"
        loading={fetching}
        aria-label={`Retry ${name}`}
        onClick={() => void tryAgain()}
      >
        Retry
      </Button>{" "}
      <Button size="compact-md" variant="default" aria-label={`Drop ${name}`} onClick={() => setAsking(true)}>
        Drop
      </Button>
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={`Drop ${name}?`}
        confirm="Drop delivery"
        danger
        onConfirm={giveUp}
      >
        What {listener} would have done is left undone, and cannot be had back. The events behind it go on.
      </ConfirmDialog>
    </>
  );
}
