import { Button } from "@mantine/core";
import { DecimalField, SelectField, TextField } from "@quittance/ui/fields.tsx";
import { FieldPair } from "@quittance/ui/Form.tsx";
import type { FormValues } from "@quittance/ui/FormValues.ts";
import { useState } from "react";

const kinds = [
  { value: "percent", label: "A percentage" },
  { value: "amount", label: "An amount" },
];

/** A percentage, or an amount per currency. */
export function DiscountFields({ currency }: { currency: string }) {
  const [kind, setKind] = useState("percent");
  const [rows, setRows] = useState(1);
  return (
    <>
      <SelectField path="kind" label="Takes off" required choices={kinds} value={kind} onChange={setKind} />
      {kind === "percent" ? (
        <DecimalField path="percent" label="Percentage" required suffix="%" />
      ) : (
        <>
          {Array.from({ length: rows }, (_, i) => (
            <FieldPair key={i}>
              <TextField
                path={`amounts[${i}].currency`}
                label="Currency"
                required
                maxLength={3}
                value={i === 0 ? currency : ""}
              />
              <DecimalField
                path={`amounts[${i}].amount`}
                label="Amount"
                required
                hint="Of each period's bill."
              />
            </FieldPair>
          ))}
          <div>
            <Button variant="default" onClick={() => setRows(rows + 1)}>
              Add a currency
            </Button>
          </div>
        </>
      )}
    </>
  );
}

/** What was entered: one or the other. */
export function enteredDiscount(values: FormValues) {
  if (values.text("kind") === "percent") return { percent: values.text("percent"), amounts: [] };
  const amounts = [];
  for (let i = 0; values.text(`amounts[${i}].amount`) !== ""; i++)
    amounts.push({
      amount: values.text(`amounts[${i}].amount`),
      currency: values.text(`amounts[${i}].currency`).toUpperCase(),
    });
  return { percent: null, amounts };
}
