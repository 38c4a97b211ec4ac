import { offeredActs, type Offered } from "@quittance/shared/acts/acts.ts";
import type { CancelTime } from "@quittance/shared/acts/CancelDialog.tsx";
import type { ChangeTime, Offer } from "@quittance/shared/acts/items.ts";
import { intervalText } from "@quittance/ui/intervalText.ts";
import { useMay } from "../app/viewer.ts";
import { getFragmentData, graphql, type FragmentType } from "../gql";
import type { SubscriptionActsFragment as Acts } from "../gql/graphql.ts";
import { actsOf, isOn } from "./acts.ts";

export const SubscriptionActsFields = graphql(`
  fragment SubscriptionActs on SubscriptionContract {
    id
    currency
    status
    possibleActs
    portalSwitches {
      name
      on
      number
      choice
    }
    paymentMethod {
      id
    }
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
    coupons {
      id
      active
      coupon {
        id
        code
        name
      }
    }
    offers {
      plans {
        id
        name
        interval {
          count
          unit
        }
      }
      addons {
        id
        name
        prices {
          amount
          currency
        }
      }
    }
  }
`);

/** What this contact can do with the subscription now. */
export function useOffered(masked: FragmentType<typeof SubscriptionActsFields>): readonly Offered[] {
  const of = getFragmentData(SubscriptionActsFields, masked);
  const mayAct = useMay("CONTACT_BILLING");
  const acts = actsOf(of);
  return mayAct ? offeredActs.filter((act) => acts.includes(act)) : [];
}

/** When the organisation lets it end; the gentler way first. */
export function cancelTimes(of: Acts): readonly CancelTime[] {
  const trial = of.status === "TRIAL";
  const atEnd = isOn(of, trial ? "CANCEL_TRIAL_AT_TERM_END" : "CANCEL_AT_TERM_END");
  const now = isOn(of, trial ? "CANCEL_TRIAL_NOW" : "CANCEL_NOW");
  return [...(atEnd ? (["TERM_END"] as const) : []), ...(now ? (["NOW"] as const) : [])];
}

/** When the organisation lets it change. */
export function changeTimes(of: Acts): readonly [ChangeTime, ...ChangeTime[]] {
  const times = of.portalSwitches.find(({ name }) => name === "CHANGE_TIME")?.choice;
  if (times === "EITHER") return ["NOW", "TERM_END"];
  return times === "TERM_END" ? ["TERM_END"] : ["NOW"];
}

/** What the organisation lets it hold. */
export function offerOf(of: Acts): Offer {
  const limit = (name: "LEAST_QUANTITY" | "MOST_QUANTITY") =>
    of.portalSwitches.find((one) => one.name === name)?.number?.toLocaleString();
  return {
    plans: of.offers.plans.map(({ id, name, interval }) => ({
      id,
      name: `${name}, ${intervalText(interval)}`,
    })),
    quantity: isOn(of, "CHANGE_QUANTITY"),
    quantityHint: `${limit("LEAST_QUANTITY")} to ${limit("MOST_QUANTITY")}`,
    addons: addonsOf(of),
    prices: false,
    ...(isOn(of, "CHANGE_COUPONS") && { coupons: of.coupons.filter(({ active }) => active) }),
  };
}

/** Those it holds, and those that may be added. */
function addonsOf(of: Acts): Offer["addons"] {
  const adds = isOn(of, "ADD_ADDONS");
  if (!adds && !isOn(of, "REMOVE_ADDONS")) return [];
  const held = of.items.flatMap(({ addonId, name }) => (addonId ? [{ id: addonId, name }] : []));
  const added = adds ? of.offers.addons.filter(({ id }) => !held.some((one) => one.id === id)) : [];
  const prices = new Map(of.offers.addons.map(({ id, prices }) => [id, prices]));
  return [...held, ...added].map(({ id, name }) => ({
    id,
    name,
    price: prices.get(id)?.find(({ currency }) => currency === of.currency),
  }));
}
