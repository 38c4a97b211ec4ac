import { Dialog } from "@quittance/ui/Dialog.tsx";
import type { FieldFault } from "@quittance/ui/faults.ts";
import { DecimalField, SelectField, TextField } from "@quittance/ui/fields.tsx";
import { FieldPair, Form } from "@quittance/ui/Form.tsx";
import type { FormValues } from "@quittance/ui/FormValues.ts";
import { LoadingCard } from "@quittance/ui/Loading.tsx";
import { useState } from "react";
import { useMutation, useQuery } from "urql";
import { faultOf } from "@quittance/client/faultOf.ts";
import { graphql } from "../gql";

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

/** Adds an addon with its price in one currency. */
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
        prices: [
          {
            amount: values.text("prices[0].amount"),
            currency: values.text("prices[0].currency").toUpperCase(),
          },
        ],
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
    <Dialog opened onClose={onClose} title="Add addon">
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
          <FieldPair>
            <TextField
              path="prices[0].currency"
              label="Currency"
              required
              maxLength={3}
              value={data.organization.defaultCurrency}
            />
            <DecimalField path="prices[0].amount" label="Price per unit" required />
          </FieldPair>
        </Form>
      ) : (
        <LoadingCard lines={5} />
      )}
    </Dialog>
  );
}
