import { Button } from "@mantine/core";
import { ConfirmDialog } from "@quittance/ui/ConfirmDialog.tsx";
import { useState } from "react";
import { useMutation } from "urql";
import { faultOf } from "@quittance/client/faultOf.ts";
import { graphql } from "../gql";
import type { GatewayEventKind } from "../gql/graphql.ts";
import { eventText } from "./eventText.ts";

const RetryGatewayEvent = graphql(`
  mutation RetryGatewayEvent($input: RetryGatewayEventInput!) {
    retryGatewayEvent(input: $input) {
      __typename
      ... on GatewayEventRetried {
        id
      }
      ... on GatewayEventNotParked {
        message
      }
    }
  }
`);

const DropGatewayEvent = graphql(`
  mutation DropGatewayEvent($input: DropGatewayEventInput!) {
    dropGatewayEvent(input: $input) {
      __typename
      ... on GatewayEventDropped {
        id
      }
      ... on GatewayEventNotParked {
        message
      }
    }
  }
`);

/** After a decision the lists of parked events are fetched again; the answers do not name their type. */
const DECIDES = { additionalTypenames: ["ParkedGatewayEvent"] };

type Props = { id: string; gateway: string; about: GatewayEventKind; reference: string };

/** Looks into a parked event again, or gives it up after asking once more. */
export function DecideGatewayEvent({ id, gateway, about, reference }: Props) {
  const [{ fetching }, retry] = useMutation(RetryGatewayEvent);
  const [, drop] = useMutation(DropGatewayEvent);
  const [asking, setAsking] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const name = `${eventText(about)} ${reference}`;
  const tryAgain = async () => {
    const { data, error } = await retry({ input: { id } }, DECIDES);
    if (!data) return setRefusal((error && faultOf(error).reason) ?? "Nothing was done. Try again.");
    switch (data.retryGatewayEvent.__typename) {
      case "GatewayEventRetried":
        return setRefusal(undefined);
      case "GatewayEventNotParked":
        return setRefusal(data.retryGatewayEvent.message);
    }
  };
  const giveUp = async () => {
    const { data, error } = await drop({ input: { id } }, DECIDES);
    if (!data) return (error && faultOf(error).reason) ?? "Nothing was done. Try again.";
    switch (data.dropGatewayEvent.__typename) {
      case "GatewayEventDropped":
        return;
      case "GatewayEventNotParked":
        return data.dropGatewayEvent.message;
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
        confirm="Drop event"
        danger
        onConfirm={giveUp}
      >
        What {gateway} told is not looked into any more. Nothing else waits for it: what it is about is looked
        at by itself, too, once a day.
      </ConfirmDialog>
    </>
  );
}
