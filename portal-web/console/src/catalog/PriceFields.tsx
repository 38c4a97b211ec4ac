import { Button } from "@mantine/core";
import { DecimalField, SelectField, TextField, WholeField } from "@quittance/ui/fields.tsx";
import type { FormValues } from "@quittance/ui/FormValues.ts";
import { useState } from "react";
import type { PricingModel } from "../gql/graphql.ts";
import styles from "./PriceFields.module.css";
import { enteredPricing, isTiered, pricingModels, type CurrencyPrice, type Tier } from "./pricing.ts";
import { TierFields } from "./TierFields.tsx";

type Price = {
  currency: string;
  amount?: string;
  setupFee?: string;
  model?: PricingModel;
  packageSize?: number | null;
  tiers?: readonly Tier[];
};

type Props = {
  prices: readonly Price[];
  /** Plans have a setup fee, addons have none. */
  of: "plan" | "addon";
};

/** A price per currency: how it comes about, and what it is. */
export function PriceFields({ prices, of }: Props) {
  const [rows, setRows] = useState(prices);
  return (
    <fieldset className={styles.prices}>
      <legend>Prices</legend>
      {rows.map((row, i) => (
        <PriceRow key={i} path={`prices[${i}]`} row={row} of={of} />
      ))}
      <div>
        <Button variant="default" onClick={() => setRows([...rows, { currency: "" }])}>
          Add a currency
        </Button>
      </div>
    </fieldset>
  );
}

const amountLabels: Record<PricingModel, string> = {
  FLAT: "Price",
  PER_UNIT: "Price",
  PACKAGE: "Price per package",
  GRADUATED: "Fixed part",
  VOLUME: "Fixed part",
};

function PriceRow({ path, row, of }: { path: string; row: Price; of: Props["of"] }) {
  const [model, setModel] = useState<PricingModel>(row.model ?? "PER_UNIT");
  const price = of === "plan" ? `${path}.price` : path;
  const tiered = isTiered(model);
  return (
    <div className={styles.price}>
      <div className={styles.row}>
        <TextField path={`${price}.currency`} label="Currency" required maxLength={3} value={row.currency} />
        <SelectField
          path={`${path}.model`}
          label="Pricing"
          required
          choices={pricingModels}
          value={model}
          onChange={(value) => setModel(value as PricingModel)}
        />
      </div>
      <div className={styles.amounts}>
        <DecimalField
          key={tiered ? "fixed" : "price"}
          path={`${price}.amount`}
          label={amountLabels[model]}
          required
          value={row.amount ?? (tiered ? "0" : undefined)}
        />
        {model === "PACKAGE" && (
          <WholeField
            path={`${path}.packageSize`}
            label="Units per package"
            required
            value={row.packageSize == null ? undefined : String(row.packageSize)}
          />
        )}
        {of === "plan" && (
          <DecimalField path={`${path}.setupFee.amount`} label="Setup fee" value={row.setupFee} />
        )}
      </div>
      {tiered && <TierFields path={`${path}.tiers`} tiers={row.tiers ?? []} currency={row.currency} />}
    </div>
  );
}

/** Prices as the form starts with them. */
export function priceRows(prices: readonly CurrencyPrice[]): Price[] {
  return prices.map(({ price, setupFee, model, packageSize, tiers }) => ({
    currency: price.currency,
    amount: price.amount,
    model,
    tiers,
    ...(packageSize != null && { packageSize }),
    ...(setupFee && { setupFee: setupFee.amount }),
  }));
}

/** What was entered for a plan; rows left empty are left out. */
export function enteredPlanPrices(values: FormValues) {
  return entered(values, ".price").map(({ path, currency, amount }) => {
    const setupFee = values.text(`${path}.setupFee.amount`);
    return {
      price: { amount, currency },
      ...enteredPricing(values, path),
      ...(setupFee && { setupFee: { amount: setupFee, currency } }),
    };
  });
}

/** What was entered for an addon; rows left empty are left out. */
export function enteredAddonPrices(values: FormValues) {
  return entered(values, "").map(({ path, currency, amount }) => ({
    amount,
    currency,
    ...enteredPricing(values, path),
  }));
}

function entered(values: FormValues, part: string) {
  const rows = [];
  for (let i = 0; ; i++) {
    const path = `prices[${i}]`;
    const currency = values.text(`${path}${part}.currency`).toUpperCase();
    const amount = values.text(`${path}${part}.amount`);
    if (currency === "" && amount === "") return rows;
    rows.push({ path, currency, amount });
  }
}
