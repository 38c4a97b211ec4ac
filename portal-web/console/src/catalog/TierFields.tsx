import { Button } from "@mantine/core";
import { DecimalField, WholeField } from "@quittance/ui/fields.tsx";
import IconPlus from "@tabler/icons-react/icons/IconPlus";
import { useState } from "react";
import styles from "./PriceFields.module.css";
import type { Tier } from "./pricing.ts";

type Shown = { key: number; tier: Partial<Tier> };
type Props = { path: string; tiers: readonly Tier[]; currency: string };

/** Tiers of quantities, each with its last unit and a price per unit; the last goes on without end. */
export function TierFields({ path, tiers, currency }: Props) {
  const [shown, setShown] = useState<readonly Shown[]>(() =>
    (tiers.length > 0 ? tiers : [{ upTo: 10, unitPrice: "" }, { unitPrice: "" }]).map((tier, key) => ({
      key,
      tier,
    })),
  );
  const add = () => {
    const key = Math.max(...shown.map((one) => one.key)) + 1;
    setShown([...shown.slice(0, -1), { key, tier: {} }, ...shown.slice(-1)]);
  };
  return (
    <div className={styles.tiers}>
      {shown.map(({ key, tier }, i) => {
        const last = i === shown.length - 1;
        return (
          <div key={key} className={styles.tier}>
            {last ? (
              <div className={styles.open}>{shown.length === 1 ? "Any unit" : "All further units"}</div>
            ) : (
              <WholeField
                path={`${path}[${i}].upTo`}
                label={`Tier ${i + 1}, up to unit`}
                required
                value={tier.upTo == null ? undefined : String(tier.upTo)}
              />
            )}
            <DecimalField
              path={`${path}[${i}].unitPrice`}
              label={`Tier ${i + 1}, price per unit`}
              required
              value={tier.unitPrice}
              suffix={currency}
            />
            {shown.length > 1 && (
              <Button
                variant="subtle"
                size="compact-sm"
                aria-label={`Remove tier ${i + 1}`}
                onClick={() => setShown(shown.filter((one) => one.key !== key))}
              >
                Remove
              </Button>
            )}
          </div>
        );
      })}
      <div>
        <Button
          variant="default"
          size="compact-md"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={add}
        >
          Add a tier
        </Button>
      </div>
    </div>
  );
}
