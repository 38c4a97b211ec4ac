import type { ActingCoupon } from "./coupons.ts";

/** What a subscription is to hold, numbers as texts, addons by id. */
export type Chosen = {
  planId: string;
  quantity: string;
  addons: Readonly<Record<string, string>>;
  /** The customer's own price per unit of the plan; empty for the price it has. */
  ownPrice: string;
};

/** A subscription as far as it says what it holds. */
export type Holding = {
  id: string;
  currency: string;
  plan: { id: string; name: string };
  items: readonly {
    kind: "PLAN" | "ADDON";
    name: string;
    quantity: number;
    addonId?: string | null;
    ownPrice: boolean;
    unitPrice: { amount: string; currency: string };
  }[];
};

/** What may be chosen. */
export type Offer = {
  /** In place of the present plan; where a rule says when the change takes effect, that. */
  plans: readonly { id: string; name: string; timing?: ChangeTime | undefined }[];
  /** Whether another quantity may be chosen, and which. */
  quantity: boolean;
  quantityHint?: string;
  /** Those it holds and those that may be added. */
  addons: readonly { id: string; name: string; price?: { amount: string; currency: string } | undefined }[];
  /** Whether prices may be named. */
  prices: boolean;
  /** Those that act, where coupons may be entered and taken off. */
  coupons?: readonly ActingCoupon[];
};

export type ChangeTime = "NOW" | "TERM_END";

/** What it holds now. */
export function presentItems({ plan, items }: Holding): Chosen {
  return {
    planId: plan.id,
    quantity: String(items.find(({ kind }) => kind === "PLAN")?.quantity ?? 1),
    addons: Object.fromEntries(
      items.flatMap(({ addonId, quantity }) => (addonId ? [[addonId, String(quantity)]] : [])),
    ),
    ownPrice: "",
  };
}

/** What differs from the present, as the API takes it; nothing where a number is no number. */
export function differenceOf(holding: Holding, chosen: Chosen, { prices }: Pick<Offer, "prices">) {
  const present = presentItems(holding);
  const quantity = wholeOf(chosen.quantity);
  const wanted = Object.entries(chosen.addons).map(([addonId, text]) => ({
    addonId,
    quantity: wholeOf(text),
  }));
  const malformed = wanted.some((addon) => addon.quantity === undefined);
  if (!quantity || malformed || !/^(\d{1,12}(\.\d{1,4})?)?$/.test(chosen.ownPrice)) return undefined;
  const addons = wanted.flatMap(({ addonId, quantity }) =>
    quantity ? [{ addonId, quantity, ...(prices && ownPriceOf(holding, addonId)) }] : [],
  );
  const differ = JSON.stringify(kept(chosen.addons)) !== JSON.stringify(kept(present.addons));
  return {
    ...(chosen.planId !== present.planId && { planId: chosen.planId }),
    ...(chosen.quantity !== present.quantity && { quantity }),
    ...(chosen.ownPrice && { ownPrice: { amount: chosen.ownPrice, currency: holding.currency } }),
    ...(differ && { addons }),
  };
}

/** All addons are named anew; one with a price of the customer's own would lose it otherwise. */
function ownPriceOf({ items }: Holding, addon: string) {
  const held = items.find(({ addonId, ownPrice }) => addonId === addon && ownPrice);
  return held && { ownPrice: { amount: held.unitPrice.amount, currency: held.unitPrice.currency } };
}

function kept(addons: Readonly<Record<string, string>>) {
  return Object.entries(addons)
    .filter(([, quantity]) => Number(quantity) !== 0)
    .sort(([one], [other]) => one.localeCompare(other));
}

function wholeOf(text: string): number | undefined {
  return /^\d{1,7}$/.test(text) ? Number(text) : undefined;
}
