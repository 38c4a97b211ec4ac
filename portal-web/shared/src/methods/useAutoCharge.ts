import { faultOf } from "@quittance/client/faultOf.ts";
import { useMutation } from "urql";
import { graphql } from "../gql";

const EnableAutoCharge = graphql(`
  mutation EnableAutoCharge($input: EnableAutoChargeInput!) {
    enableAutoCharge(input: $input) {
      __typename
      ... on AutoChargeSet {
        subscription {
          id
        }
      }
      ... on MethodNeeded {
        message
      }
      ... on SubscriptionOver {
        message
      }
      ... on SwitchedOff {
        message
      }
    }
  }
`);

const DisableAutoCharge = graphql(`
  mutation DisableAutoCharge($input: DisableAutoChargeInput!) {
    disableAutoCharge(input: $input) {
      __typename
      ... on AutoChargeSet {
        subscription {
          id
        }
      }
      ... on SwitchedOff {
        message
      }
    }
  }
`);

type Turning = { turn: (on: boolean) => Promise<string | undefined>; busy: boolean };

/** Turns a subscription's auto-charge on or off; answers why not, where it was refused. */
export function useAutoCharge(id: string): Turning {
  const [enabling, enable] = useMutation(EnableAutoCharge);
  const [disabling, disable] = useMutation(DisableAutoCharge);
  const turn = async (on: boolean) => {
    const { data, error } = on ? await enable({ input: { id } }) : await disable({ input: { id } });
    if (!data) return (error && faultOf(error).reason) ?? "Nothing was changed. Try again.";
    const came = "enableAutoCharge" in data ? data.enableAutoCharge : data.disableAutoCharge;
    return came.__typename === "AutoChargeSet" ? undefined : came.message;
  };
  return { turn, busy: enabling.fetching || disabling.fetching };
}
