import { offeredActs, type Offered } from "@quittance/acts/acts.ts";
import { useMay } from "../app/viewer.ts";
import { getFragmentData, graphql, type FragmentType } from "../gql";

export const SubscriptionActsFields = graphql(`
  fragment SubscriptionActs on SubscriptionContract {
    id
    currency
    status
    possibleActs
    pausesOn
    resumesOn
    customer {
      id
      today
    }
    plan {
      id
      name
    }
    items {
      id
      kind
      name
      quantity
      addonId
      ownPrice
      unitPrice {
        amount
        currency
      }
    }
  }
`);

/** What can be done with the subscription now, by staff who may. */
export function useOffered(masked: FragmentType<typeof SubscriptionActsFields>): readonly Offered[] {
  const { possibleActs } = getFragmentData(SubscriptionActsFields, masked);
  const mayAct = useMay("SUBSCRIPTION_WRITE");
  return mayAct ? offeredActs.filter((act) => possibleActs.includes(act)) : [];
}
