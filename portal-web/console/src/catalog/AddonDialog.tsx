import { Dialog } from "@quittance/ui/Dialog.tsx";
import type { FieldFault } from "@quittance/ui/faults.ts";
import { SelectField, TextField } from "@quittance/ui/fields.tsx";
import { Form } from "@quittance/ui/Form.tsx";
import type { FormValues } from "@quittance/ui/FormValues.ts";
import { LoadingCard } from "@quittance/ui/Loading.tsx";
import { useState } from "react";
import { useMutation, useQuery } from "urql";
import { faultOf } from "@quittance/client/faultOf.ts";
import { graphql } from "../gql";
import type { AddonKind } from "../gql/graphql.ts";
import { enteredAddonPrices, PriceFields } from "./PriceFields.tsx";
import { enteredQuantity, QuantityFields } from "./QuantityFields.tsx";

const NewAddonQuery = graphql(`
  query NewAddon {
    products {
      id
      name
    }
    organization {
      defaultCurrency
    }
  }
`);

const CreateAddon = graphql(`
  mutation CreateAddon($input: CreateAddonInput!) {
    createAddon(input: $input) {
      __typename
      ... on AddonCreated {
        addon {
          id
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

const kinds: readonly { value: AddonKind; label: string }[] = [
  { value: "RECURRING", label: "Each period" },
  { value: "ONE_TIME", label: "Once, with the first invoice" },
];

/** Adds an addon with its prices. */
export function AddonDialog({ onClose }: { onClose: () => void }) {
  const [{ data }] = useQuery({ query: NewAddonQuery });
  const [, create] = useMutation(CreateAddon);
  const [faults, setFaults] = useState<readonly FieldFault[]>();
  const [refusal, setRefusal] = useState<string>();
  const submit = async (values: FormValues) => {
    setFaults(undefined);
    setRefusal(undefined);
    const { data: answer, error } = await create({
      input: {
        name: values.text("name"),
        code: values.optional("code"),
        productId: values.text("productId"),
        kind: values.text("kind") as AddonKind,
        prices: enteredAddonPrices(values),
        quantity: enteredQuantity(values),
      },
    });
    if (!answer) return setRefusal((error && faultOf(error).reason) ?? "Nothing was saved. Try again.");
    switch (answer.createAddon.__typename) {
      case "AddonCreated":
        return onClose();
      case "InvalidInput":
        return setFaults(answer.createAddon.fields);
    }
  };
  return (
    <Dialog opened onClose={onClose} title="Add addon" wide>
      {data ? (
        <Form submit="Add addon" onSubmit={submit} {...(faults && { faults })} refusal={refusal}>
          <TextField path="name" label="Name" required />
          <TextField path="code" label="Code" hint="For imports and the API; made from the name." />
          <SelectField
            path="productId"
            label="Product"
            required
            choices={data.products.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <SelectField path="kind" label="Billed" required choices={kinds} />
          <PriceFields of="addon" prices={[{ currency: data.organization.defaultCurrency }]} />
          <QuantityFields />
        </Form>
      ) : (
        <LoadingCard lines={5} />
      )}
    </Dialog>
  );
}
