import { Dialog } from "@quittance/ui/Dialog.tsx";
import type { FieldFault } from "@quittance/ui/faults.ts";
import { SelectField, TextAreaField, TextField } from "@quittance/ui/fields.tsx";
import { Form } from "@quittance/ui/Form.tsx";
import type { FormValues } from "@quittance/ui/FormValues.ts";
import { LoadingCard } from "@quittance/ui/Loading.tsx";
import { useState } from "react";
import { useMutation, useQuery } from "urql";
import { faultOf } from "@quittance/client/faultOf.ts";
import { graphql } from "../gql";

const TaxChoicesQuery = graphql(`
  query TaxChoices {
    taxCategories {
      id
      name
    }
  }
`);

const CreateProduct = graphql(`
  mutation CreateProduct($input: CreateProductInput!) {
    createProduct(input: $input) {
      __typename
      ... on ProductCreated {
        product {
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

/** Adds a product. */
export function ProductDialog({ onClose }: { onClose: () => void }) {
  const [{ data }] = useQuery({ query: TaxChoicesQuery });
  const [, create] = useMutation(CreateProduct);
  const [faults, setFaults] = useState<readonly FieldFault[]>();
  const [refusal, setRefusal] = useState<string>();
  const submit = async (values: FormValues) => {
    setFaults(undefined);
    setRefusal(undefined);
    const { data: answer, error } = await create({
      input: {
        name: values.text("name"),
        description: values.optional("description"),
        taxCategoryId: values.optional("taxCategoryId"),
      },
    });
    if (!answer) return setRefusal((error && faultOf(error).reason) ?? "Nothing was saved. Try again.");
    switch (answer.createProduct.__typename) {
      case "ProductCreated":
        return onClose();
      case "InvalidInput":
        return setFaults(answer.createProduct.fields);
    }
  };
  return (
    <Dialog opened onClose={onClose} title="Add product">
      {data ? (
        <Form submit="Add product" onSubmit={submit} {...(faults && { faults })} refusal={refusal}>
          <TextField path="name" label="Name" required />
          <TextAreaField path="description" label="Description" />
          <SelectField
            path="taxCategoryId"
            label="Tax category"
            choices={[
              { value: "", label: "Not taxed" },
              ...data.taxCategories.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        </Form>
      ) : (
        <LoadingCard lines={4} />
      )}
    </Dialog>
  );
}
