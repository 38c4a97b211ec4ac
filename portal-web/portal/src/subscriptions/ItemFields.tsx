import { NativeSelect, TextInput } from "@mantine/core";
import { Money } from "@quittance/ui/Money.tsx";
import { Fragment } from "react";
import { getFragmentData, graphql, type FragmentType } from "../gql";
import type { ItemFieldsFragment } from "../gql/graphql.ts";
import styles from "./ActQuote.module.css";
import { isOn } from "./acts.ts";
import { intervalText } from "./intervalText.ts";

export const ItemFieldsFields = graphql(`
  fragment ItemFields on SubscriptionContract {
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
    }
    offers {
      plans {
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

type Of = ItemFieldsFragment;

/** What a subscription is to hold; the plan and the quantity as texts, addons by id. */
export type Chosen = { planId: string; quantity: string; addons: Readonly<Record<string, string>> };

/** What it holds now. */
export function presentItems(masked: FragmentType<typeof ItemFieldsFields>): Chosen {
  const { plan, items } = getFragmentData(ItemFieldsFields, masked);
  return {
    planId: plan.id,
    quantity: String(items.find(({ kind }) => kind === "PLAN")?.quantity ?? 1),
    addons: Object.fromEntries(
      items.flatMap(({ addonId, quantity }) => (addonId ? [[addonId, String(quantity)]] : [])),
    ),
  };
}

/** What differs from the present, as the API takes it; nothing where a number is no number. */
export function inputOf(masked: FragmentType<typeof ItemFieldsFields>, chosen: Chosen) {
  const present = presentItems(masked);
  const quantity = wholeOf(chosen.quantity);
  const addons = Object.entries(chosen.addons).map(([addonId, text]) => ({
    addonId,
    quantity: wholeOf(text),
  }));
  if (quantity === undefined || quantity === 0 || addons.some((addon) => addon.quantity === undefined))
    return undefined;
  const differ = JSON.stringify(kept(chosen.addons)) !== JSON.stringify(kept(present.addons));
  return {
    ...(chosen.planId !== present.planId && { planId: chosen.planId }),
    ...(chosen.quantity !== present.quantity && { quantity }),
    ...(differ && {
      addons: addons.flatMap(({ addonId, quantity }) => (quantity ? [{ addonId, quantity }] : [])),
    }),
  };
}

type Props = {
  of: FragmentType<typeof ItemFieldsFields>;
  chosen: Chosen;
  onChange: (chosen: Chosen) => void;
};

/** Chooses plan, quantity and addons, as far as the organisation lets it. */
export function ItemFields({ of: masked, chosen, onChange }: Props) {
  const of = getFragmentData(ItemFieldsFields, masked);
  const { plan, offers } = of;
  const limit = (name: "LEAST_QUANTITY" | "MOST_QUANTITY") =>
    of.portalSwitches.find((one) => one.name === name)?.number?.toLocaleString();
  return (
    <div className={styles.stack}>
      {offers.plans.length > 0 && (
        <NativeSelect
          label="Plan"
          value={chosen.planId}
          onChange={(event) => onChange({ ...chosen, planId: event.currentTarget.value })}
          data={[
            { value: plan.id, label: `${plan.name} (as now)` },
            ...offers.plans
              .filter(({ id }) => id !== plan.id)
              .map(({ id, name, interval }) => ({ value: id, label: `${name}, ${intervalText(interval)}` })),
          ]}
        />
      )}
      {isOn(of, "CHANGE_QUANTITY") && (
        <TextInput
          label="Quantity"
          inputMode="numeric"
          description={`${limit("LEAST_QUANTITY")} to ${limit("MOST_QUANTITY")}`}
          value={chosen.quantity}
          onChange={(event) => onChange({ ...chosen, quantity: event.currentTarget.value.trim() })}
        />
      )}
      <Addons of={of} chosen={chosen} onChange={onChange} />
    </div>
  );
}

function Addons({ of, chosen, onChange }: { of: Of; chosen: Chosen; onChange: (chosen: Chosen) => void }) {
  const held = of.items.flatMap(({ addonId, name }) => (addonId ? [{ id: addonId, name }] : []));
  const adds = isOn(of, "ADD_ADDONS");
  if (!adds && !isOn(of, "REMOVE_ADDONS")) return null;
  const offered = adds ? of.offers.addons.filter(({ id }) => !held.some((one) => one.id === id)) : [];
  const prices = new Map(of.offers.addons.map(({ id, prices }) => [id, prices]));
  return [...held, ...offered].map(({ id, name }) => {
    const price = prices.get(id)?.find(({ currency }) => currency === of.currency);
    return (
      <Fragment key={id}>
        <TextInput
          label={name}
          inputMode="numeric"
          description={
            price ? (
              <>
                <Money {...price} /> each; 0 for none
              </>
            ) : (
              "0 for none"
            )
          }
          value={chosen.addons[id] ?? "0"}
          onChange={(event) =>
            onChange({ ...chosen, addons: { ...chosen.addons, [id]: event.currentTarget.value.trim() } })
          }
        />
      </Fragment>
    );
  });
}

function kept(addons: Readonly<Record<string, string>>) {
  return Object.entries(addons)
    .filter(([, quantity]) => quantity !== "0")
    .sort(([one], [other]) => one.localeCompare(other));
}

function wholeOf(text: string): number | undefined {
  return /^\d{1,7}$/.test(text) ? Number(text) : undefined;
}
