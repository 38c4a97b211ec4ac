import { NativeSelect, TextInput } from "@mantine/core";
import { Money } from "@quittance/ui/Money.tsx";
import styles from "./Acts.module.css";
import type { Chosen, Holding, Offer } from "./items.ts";

type Props = { holding: Holding; offer: Offer; chosen: Chosen; onChange: (chosen: Chosen) => void };

/** Chooses plan, quantity and addons of a subscription, and a price where that may be named. */
export function ItemFields({ holding: { plan, currency }, offer, chosen, onChange }: Props) {
  const others = offer.plans.filter(({ id }) => id !== plan.id);
  const set = (part: Partial<Chosen>) => onChange({ ...chosen, ...part });
  return (
    <div className={styles.fields}>
      {others.length > 0 && (
        <NativeSelect
          label="Plan"
          value={chosen.planId}
          onChange={(event) => set({ planId: event.currentTarget.value })}
          data={[
            { value: plan.id, label: `${plan.name} (as now)` },
            ...others.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      )}
      {offer.quantity && (
        <TextInput
          label="Quantity"
          inputMode="numeric"
          {...(offer.quantityHint && { description: offer.quantityHint })}
          value={chosen.quantity}
          onChange={(event) => set({ quantity: event.currentTarget.value.trim() })}
        />
      )}
      {offer.prices && (
        <TextInput
          label="Own price per unit (optional)"
          inputMode="decimal"
          description={`In ${currency}. Left empty, the plan keeps the price it has, and another one its list price.`}
          value={chosen.ownPrice}
          onChange={(event) => set({ ownPrice: event.currentTarget.value.trim() })}
        />
      )}
      {offer.addons.map(({ id, name, price }) => (
        <TextInput
          key={id}
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
          onChange={(event) => set({ addons: { ...chosen.addons, [id]: event.currentTarget.value.trim() } })}
        />
      ))}
    </div>
  );
}
