import { offeredActs, type Offered } from "@quittance/shared/acts/acts.ts";
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
    billingDay
    customer {
      id
      today
    }
    plan {
      id
      name
      interval {
        unit
      }
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
    coupons {
      id
      active
      coupon {
        id
        code
        name
      }
    }
  }
`);

/** What can be done with the subscription now, by staff who may. */
export function useOffered(masked: FragmentType<typeof SubscriptionActsFields>): readonly Offered[] {
  const { possibleActs, plan } = getFragmentData(SubscriptionActsFields, masked);
  const mayAct = useMay("SUBSCRIPTION_WRITE");
  if (!mayAct) return [];
  const byMonths = plan.interval.unit === "MONTH" || plan.interval.unit === "YEAR";
  return offeredActs
    .filter((act) => possibleActs.includes(act))
    .flatMap((act) => (act === "CHANGE" && byMonths ? [act, "CHANGE_BILLING_DAY"] : [act]));
}
