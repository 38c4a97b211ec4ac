import { Dialog } from "@quittance/ui/Dialog.tsx";
import type { FieldFault } from "@quittance/ui/faults.ts";
import { DayField, SelectField } from "@quittance/ui/fields.tsx";
import { Form } from "@quittance/ui/Form.tsx";
import type { FormValues } from "@quittance/ui/FormValues.ts";
import { useState } from "react";
import type { ChangePlanPricesInput, ExistingSubscriptions } from "../gql/graphql.ts";
import { enteredPlanPrices, PriceFields, priceRows } from "./PriceFields.tsx";
import { PriceMoves } from "./PriceMoves.tsx";
import type { CurrencyPrice } from "./pricing.ts";

type Plan = { id: string; name: string; prices: readonly CurrencyPrice[] };

const choices: readonly { value: ExistingSubscriptions; label: string }[] = [
  { value: "KEEP", label: "Keep the prices they pay" },
  { value: "MOVE", label: "Pay the new prices from a day on" },
];

/** New prices of a plan: for whom, from when, and then who that is. */
export function ChangePricesDialog({ plan, onClose }: { plan: Plan; onClose: () => void }) {
  const [existing, setExisting] = useState<ExistingSubscriptions>("KEEP");
  const [wanted, setWanted] = useState<ChangePlanPricesInput>();
  const [faults, setFaults] = useState<readonly FieldFault[]>();
  const review = (values: FormValues) => {
    setFaults(undefined);
    setWanted({
      planId: plan.id,
      prices: enteredPlanPrices(values),
      existing,
      movesOn: existing === "MOVE" ? values.optional("movesOn") : null,
    });
    return Promise.resolve();
  };
  return (
    <Dialog opened onClose={onClose} title={`Change the prices of ${plan.name}`} wide>
      <div hidden={wanted !== undefined}>
        <Form submit="Review" onSubmit={review} {...(faults && { faults })}>
          <PriceFields of="plan" prices={priceRows(plan.prices)} />
          <SelectField
            path="existing"
            label="Present subscriptions"
            required
            choices={choices}
            value={existing}
            onChange={(value) => setExisting(value as ExistingSubscriptions)}
          />
          {existing === "MOVE" && (
            <DayField
              path="movesOn"
              label="From"
              hint="With the first period that begins on this day or later; left empty, today."
            />
          )}
          <p>Whoever subscribes from now on pays the new prices. Prices agreed with a customer stay.</p>
        </Form>
      </div>
      {wanted && (
        <PriceMoves
          input={wanted}
          onBack={(found) => {
            setWanted(undefined);
            if (found) setFaults(found);
          }}
          onDone={onClose}
        />
      )}
    </Dialog>
  );
}
