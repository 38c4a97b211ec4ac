import type { FormValues } from "@quittance/ui/FormValues.ts";
import type { Amount } from "@quittance/ui/Money.tsx";
import type { PricingModel } from "../gql/graphql.ts";

export type Tier = { upTo?: number | null; unitPrice: string };

/** How the price of a quantity comes about, as the server tells it. */
type Pricing = { model: PricingModel; packageSize?: number | null; tiers: readonly Tier[] };

/** A price in one currency, for plans and addons alike. */
export type CurrencyPrice = Pricing & { price: Amount; setupFee?: Amount | null };

/** How the price of a quantity comes about, to choose from. */
export const pricingModels: readonly { value: PricingModel; label: string }[] = [
  { value: "PER_UNIT", label: "Per unit" },
  { value: "FLAT", label: "Flat, whatever the quantity" },
  { value: "GRADUATED", label: "Graduated: each unit at its tier's price" },
  { value: "VOLUME", label: "Volume: all units at one tier's price" },
  { value: "PACKAGE", label: "Per package" },
];

export const isTiered = (model: PricingModel) => model === "GRADUATED" || model === "VOLUME";

/** A unit price with all its decimals, which may be more than the currency has. */
export function unitPriceText(amount: string, currency: string): string {
  const format = new Intl.NumberFormat(undefined, {
    style: "currency",
    currency,
    currencyDisplay: "code",
    maximumFractionDigits: 12,
  });
  return format.format(amount as Intl.StringNumericLiteral);
}

/** The units of each tier in words: "1 to 10", "from 51 on". */
export function tierRange(tiers: readonly Tier[], i: number): string {
  const first = (i === 0 ? 0 : (tiers[i - 1]?.upTo ?? 0)) + 1;
  const last = tiers[i]?.upTo;
  return last == null
    ? `From ${first.toLocaleString()} on`
    : `${first.toLocaleString()} to ${last.toLocaleString()}`;
}

/** The pricing entered at a path, without the price itself. */
export function enteredPricing(values: FormValues, path: string) {
  const model = values.text(`${path}.model`) as PricingModel;
  return {
    model,
    packageSize: model === "PACKAGE" ? (values.whole(`${path}.packageSize`) ?? -1) : null,
    tiers: isTiered(model) ? enteredTiers(values, `${path}.tiers`) : [],
  };
}

function enteredTiers(values: FormValues, path: string): Tier[] {
  const tiers: Tier[] = [];
  for (let i = 0; values.text(`${path}[${i}].unitPrice`) !== ""; i++) {
    const end = values.text(`${path}[${i}].upTo`);
    tiers.push({
      upTo: end === "" ? null : (values.whole(`${path}[${i}].upTo`) ?? -1),
      unitPrice: values.text(`${path}[${i}].unitPrice`),
    });
  }
  return tiers;
}
