import type { Offered } from "@quittance/shared/acts/acts.ts";
import type { Offer } from "@quittance/shared/acts/items.ts";
import { SubscriptionDialog as Dialog } from "@quittance/shared/acts/SubscriptionDialog.tsx";
import { faultOf } from "@quittance/client/faultOf.ts";
import { Dialog as Frame } from "@quittance/ui/Dialog.tsx";
import { Failure } from "@quittance/ui/Failure.tsx";
import { intervalText } from "@quittance/ui/intervalText.ts";
import { useQuery } from "urql";
import { getFragmentData, graphql, type FragmentType } from "../gql";
import type { ItemOfferQuery as Sold, SubscriptionActsFragment as Acts } from "../gql/graphql.ts";
import { SubscriptionActsFields } from "./subscriptionActs.ts";

const ItemOffer = graphql(`
  query ItemOffer($planId: ID!) {
    plan(id: $planId) {
      id
      changeRules {
        toPlan {
          id
        }
        timing
      }
    }
    plans(first: 100, archived: false) {
      edges {
        node {
          id
          name
          interval {
            count
            unit
          }
          prices {
            price {
              amount
              currency
            }
          }
        }
      }
    }
    addons(archived: false) {
      id
      name
      prices {
        amount
        currency
      }
    }
  }
`);

type Props = { act: Offered; of: FragmentType<typeof SubscriptionActsFields>; onClose: () => void };

const NOTHING: Offer = { plans: [], quantity: true, addons: [], prices: true };

/** The dialog of an act, as staff may take it. */
export function SubscriptionDialog({ act, of: masked, onClose }: Props) {
  const of = getFragmentData(SubscriptionActsFields, masked);
  const chooses = act === "CHANGE" || act === "REACTIVATE";
  const [{ data, error }, ask] = useQuery({
    query: ItemOffer,
    variables: { planId: of.plan.id },
    pause: !chooses,
  });
  if (error && !data)
    return (
      <Frame opened title="Manage subscription" onClose={onClose}>
        <Failure
          bare
          what="Plans and addons could not be loaded."
          fault={faultOf(error)}
          onRetry={() => ask({ requestPolicy: "network-only" })}
        />
      </Frame>
    );
  if (chooses && !data) return null;
  return (
    <Dialog
      act={act}
      of={of}
      reader="staff"
      offer={data ? offerOf(data, of) : NOTHING}
      changeTimes={["NOW", "TERM_END"]}
      cancelTimes={of.status === "FUTURE" ? ["NOW"] : ["TERM_END", "NOW", "DATE"]}
      mayResume
      mayEdit
      onClose={onClose}
    />
  );
}

/** All plans and addons; of other currencies, too, since a price of the customer's own can be named. */
function offerOf({ plan, plans, addons }: Sold, { currency, items, coupons }: Acts): Offer {
  const timings = new Map(plan?.changeRules.map(({ toPlan, timing }) => [toPlan.id, timing]));
  const held = items.flatMap(({ addonId, name }) => (addonId ? [{ id: addonId, name }] : []));
  const sold = addons.filter(({ id }) => !held.some((one) => one.id === id));
  const prices = new Map(addons.map(({ id, prices }) => [id, prices]));
  return {
    plans: plans.edges.map(({ node: { id, name, interval } }) => ({
      id,
      name: `${name}, ${intervalText(interval)}`,
      timing: timings.get(id),
    })),
    quantity: true,
    addons: [...held, ...sold].map(({ id, name }) => ({
      id,
      name,
      price: prices.get(id)?.find((price) => price.currency === currency),
    })),
    prices: true,
    coupons: coupons.filter(({ active }) => active),
  };
}
