import { Checkbox, TextInput } from "@mantine/core";
import styles from "./Acts.module.css";
import type { ActingCoupon, Couponing } from "./coupons.ts";

type Props = {
  acting: readonly ActingCoupon[];
  chosen: Couponing;
  onChange: (chosen: Couponing) => void;
};

/** Enters a coupon, or takes off those that act. */
export function CouponFields({ acting, chosen, onChange }: Props) {
  return (
    <div className={styles.stack}>
      <TextInput
        label="Coupon code (optional)"
        autoComplete="off"
        maxLength={60}
        value={chosen.code}
        onChange={(event) => onChange({ ...chosen, code: event.currentTarget.value })}
      />
      {acting.map(({ id, coupon }) => (
        <Checkbox
          key={id}
          label={`${coupon.name} (${coupon.code})`}
          description="Acts on what is billed next; untick it to take it off."
          checked={!chosen.removed.includes(id)}
          onChange={(event) =>
            onChange({
              ...chosen,
              removed: event.currentTarget.checked
                ? chosen.removed.filter((one) => one !== id)
                : [...chosen.removed, id],
            })
          }
        />
      ))}
    </div>
  );
}
