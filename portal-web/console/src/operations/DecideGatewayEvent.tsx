import { useMutation } from "urql";
import { faultOf } from "@quittance/client/faultOf.ts";
import { graphql } from "../gql";
import type { GatewayEventKind } from "../gql/graphql.ts";
import { eventText } from "./eventText.ts";
import { WaysOut } from "./WaysOut.tsx";

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
  const [, retry] = useMutation(RetryGatewayEvent);
  const [, drop] = useMutation(DropGatewayEvent);
  const tryAgain = async () => {
    const { data, error } = await retry({ input: { id } }, DECIDES);
    if (!data) return (error && faultOf(error).reason) ?? "Nothing was done. Try again.";
    switch (data.retryGatewayEvent.__typename) {
      case "GatewayEventRetried":
        return undefined;
      case "GatewayEventNotParked":
        return data.retryGatewayEvent.message;
    }
  };
  const giveUp = async () => {
    const { data, error } = await drop({ input: { id } }, DECIDES);
    if (!data) return (error && faultOf(error).reason) ?? "Nothing was done. Try again.";
    switch (data.dropGatewayEvent.__typename) {
      case "GatewayEventDropped":
        return undefined;
      case "GatewayEventNotParked":
        return data.dropGatewayEvent.message;
    }
  };
  return (
    <WaysOut name={`${eventText(about)} ${reference}`} retry={tryAgain} drop={giveUp} dropping="Drop event">
      What {gateway} told is not looked into any more. Nothing else waits for it: what it is about is looked
      at by itself, too, once a day.
    </WaysOut>
  );
}
