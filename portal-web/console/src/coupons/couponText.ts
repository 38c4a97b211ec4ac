import { dayText } from "@quittance/ui/Day.tsx";
import { moneyText, type Amount } from "@quittance/ui/Money.tsx";
import type { CouponDuration } from "../gql/graphql.ts";

/** For how many billed periods a coupon acts, to choose from. */
export const durations: readonly { value: CouponDuration; label: string }[] = [
  { value: "ONCE", label: "On one invoice" },
  { value: "TERMS", label: "For a number of terms" },
  { value: "FOREVER", label: "For ever" },
];

type Discount = { percent?: string | null; amounts: readonly Amount[] };

/** What a coupon takes off: "10 % off", "USD 5.00 or EUR 4.00 off". */
export function discountText({ percent, amounts }: Discount): string {
  if (percent != null) return `${percent.replace(/(\.\d*?)0+$/, "$1").replace(/\.$/, "")} % off`;
  return `${amounts.map((amount) => moneyText(amount)).join(" or ")} off`;
}

/** How long a coupon acts, in words. */
export function durationText(duration: CouponDuration, terms: number | null | undefined): string {
  switch (duration) {
    case "ONCE":
      return "one invoice";
    case "TERMS":
      return `${terms} terms`;
    case "FOREVER":
      return "for ever";
  }
}

type Redemption = { active: boolean; termsLeft?: number | null; removedOn?: string | null };

/** How a redeemed coupon stands, in words. */
export function standingText({ active, termsLeft, removedOn }: Redemption): string {
  if (removedOn) return `Removed on ${dayText(removedOn)}`;
  if (!active) return "Used up";
  if (termsLeft == null) return "Acts for ever";
  return termsLeft === 1 ? "1 term left" : `${termsLeft} terms left`;
}
