import { WholeField } from "@quittance/ui/fields.tsx";
import { FieldPair } from "@quittance/ui/Form.tsx";
import type { FormValues } from "@quittance/ui/FormValues.ts";

export type QuantityLimits = { least: number; most?: number | null };

/** How many units a subscription may have. */
export function QuantityFields({ limits }: { limits?: QuantityLimits }) {
  return (
    <FieldPair>
      <WholeField path="quantity.least" label="Least quantity" required value={String(limits?.least ?? 1)} />
      <WholeField
        path="quantity.most"
        label="Greatest quantity"
        hint="Left empty, any."
        value={limits?.most == null ? undefined : String(limits.most)}
      />
    </FieldPair>
  );
}

/** The limits that were entered; what is no number is left for the server to refuse. */
export function enteredQuantity(values: FormValues) {
  return {
    least: values.whole("quantity.least") ?? -1,
    most: values.text("quantity.most") === "" ? null : (values.whole("quantity.most") ?? -1),
  };
}

/** The limits in words: "1 to 10", "at least 5", or nothing where there are none. */
export function quantityText({ least, most }: QuantityLimits): string | undefined {
  if (most != null) return least === most ? String(least) : `${least} to ${most}`;
  return least > 1 ? `At least ${least}` : undefined;
}
