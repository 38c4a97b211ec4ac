import { Button } from "@mantine/core";
import { DecimalField, TextField } from "@quittance/ui/fields.tsx";
import type { FormValues } from "@quittance/ui/FormValues.ts";
import { useState } from "react";
import styles from "./PriceFields.module.css";

type Price = { currency: string; price?: string; setupFee?: string };

/** One row of price and setup fee per currency. */
export function PriceFields({ prices }: { prices: readonly Price[] }) {
  const [rows, setRows] = useState(prices);
  return (
    <fieldset className={styles.prices}>
      <legend>Prices</legend>
      {rows.map((row, i) => (
        <div key={i} className={styles.row}>
          <TextField
            path={`prices[${i}].price.currency`}
            label="Currency"
            required
            maxLength={3}
            value={row.currency}
          />
          <DecimalField path={`prices[${i}].price.amount`} label="Price" required value={row.price} />
          <DecimalField path={`prices[${i}].setupFee.amount`} label="Setup fee" value={row.setupFee} />
        </div>
      ))}
      <div>
        <Button variant="default" onClick={() => setRows([...rows, { currency: "" }])}>
          Add a currency
        </Button>
      </div>
    </fieldset>
  );
}

/** What was entered; rows left empty are left out. */
export function enteredPrices(values: FormValues) {
  const prices = [];
  for (
    let i = 0;
    values.raw(`prices[${i}].price.currency`) !== "" || values.raw(`prices[${i}].price.amount`) !== "";
    i++
  ) {
    const currency = values.text(`prices[${i}].price.currency`).toUpperCase();
    const setupFee = values.text(`prices[${i}].setupFee.amount`);
    prices.push({
      price: { amount: values.text(`prices[${i}].price.amount`), currency },
      ...(setupFee && { setupFee: { amount: setupFee, currency } }),
    });
  }
  return prices;
}
