import { Dialog } from "@quittance/ui/Dialog.tsx";
import type { FieldFault } from "@quittance/ui/faults.ts";
import { TextField } from "@quittance/ui/fields.tsx";
import { Form } from "@quittance/ui/Form.tsx";
import type { FormValues } from "@quittance/ui/FormValues.ts";
import { useState } from "react";
import { useMutation } from "urql";
import { faultOf } from "@quittance/client/faultOf.ts";
import { graphql } from "../gql";
import { enteredAddonPrices, PriceFields, priceRows } from "./PriceFields.tsx";
import type { CurrencyPrice } from "./pricing.ts";
import { enteredQuantity, QuantityFields, type QuantityLimits } from "./QuantityFields.tsx";

const UpdateAddon = graphql(`
  mutation UpdateAddon($input: UpdateAddonInput!) {
    updateAddon(input: $input) {
      __typename
      ... on AddonUpdated {
        addon {
          id
          name
        }
      }
      ... on InvalidInput {
        fields {
          path
          message
        }
      }
    }
  }
`);

type Addon = { id: string; name: string; quantity: QuantityLimits; prices: readonly CurrencyPrice[] };

/** Changes an addon; new prices hold for invoices made from now on. */
export function EditAddonDialog({ addon, onClose }: { addon: Addon; onClose: () => void }) {
  const [, update] = useMutation(UpdateAddon);
  const [faults, setFaults] = useState<readonly FieldFault[]>();
  const [refusal, setRefusal] = useState<string>();
  const submit = async (values: FormValues) => {
    setFaults(undefined);
    setRefusal(undefined);
    const { data, error } = await update({
      input: {
        id: addon.id,
        name: values.text("name"),
        prices: enteredAddonPrices(values),
        quantity: enteredQuantity(values),
      },
    });
    if (!data) return setRefusal((error && faultOf(error).reason) ?? "Nothing was saved. Try again.");
    switch (data.updateAddon.__typename) {
      case "AddonUpdated":
        return onClose();
      case "InvalidInput":
        return setFaults(data.updateAddon.fields);
    }
  };
  return (
    <Dialog opened onClose={onClose} title={`Edit ${addon.name}`} wide>
      <Form submit="Save addon" onSubmit={submit} {...(faults && { faults })} refusal={refusal}>
        <TextField path="name" label="Name" required value={addon.name} />
        <PriceFields of="addon" prices={priceRows(addon.prices)} />
        <QuantityFields limits={addon.quantity} />
        <p>New prices hold for invoices made from now on. Customers with a price of their own keep it.</p>
      </Form>
    </Dialog>
  );
}
