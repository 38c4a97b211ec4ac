import { useMutation } from "urql";
import { faultOf } from "@quittance/client/faultOf.ts";
import { graphql } from "../gql";
import { WaysOut } from "./WaysOut.tsx";

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
  const [, retry] = useMutation(RetryDelivery);
  const [, drop] = useMutation(DropDelivery);
  const tryAgain = async () => {
    const { data, error } = await retry({ input: { id } }, DECIDES);
    if (!data) return (error && faultOf(error).reason) ?? "Nothing was done. Try again.";
    switch (data.retryDelivery.__typename) {
      case "DeliveryRetried":
        return undefined;
      case "DeliveryNotParked":
        return data.retryDelivery.message;
    }
  };
  const giveUp = async () => {
    const { data, error } = await drop({ input: { id } }, DECIDES);
    if (!data) return (error && faultOf(error).reason) ?? "Nothing was done. Try again.";
    switch (data.dropDelivery.__typename) {
      case "DeliveryDropped":
        return undefined;
      case "DeliveryNotParked":
        return data.dropDelivery.message;
    }
  };
  return (
    <WaysOut name={`${event} to ${listener}`} retry={tryAgain} drop={giveUp} dropping="Drop delivery">
      What {listener} would have done is left undone, and cannot be had back. The events behind it go on.
    </WaysOut>
  );
}
