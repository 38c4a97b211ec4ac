import { Dialog } from "@quittance/ui/Dialog.tsx";
import type { FieldFault } from "@quittance/ui/faults.ts";
import { TextField } from "@quittance/ui/fields.tsx";
import { Form } from "@quittance/ui/Form.tsx";
import type { FormValues } from "@quittance/ui/FormValues.ts";
import { useState } from "react";
import { useMutation } from "urql";
import { faultOf } from "../app/faultOf.ts";
import { graphql } from "../gql";

const CreateTaxCategory = graphql(`
  mutation CreateTaxCategory($input: CreateTaxCategoryInput!) {
    createTaxCategory(input: $input) {
      __typename
      ... on TaxCategoryCreated {
        taxCategory {
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

/** Adds a kind of goods or services that is taxed alike. */
export function TaxCategoryDialog({ onClose }: { onClose: () => void }) {
  const [, create] = useMutation(CreateTaxCategory);
  const [faults, setFaults] = useState<readonly FieldFault[]>();
  const [refusal, setRefusal] = useState<string>();
  const submit = async (values: FormValues) => {
    const { data, error } = await create({ input: { name: values.text("name") } });
    if (!data) return setRefusal((error && faultOf(error).reason) ?? "Nothing was saved. Try again.");
    switch (data.createTaxCategory.__typename) {
      case "TaxCategoryCreated":
        return onClose();
      case "InvalidInput":
        return setFaults(data.createTaxCategory.fields);
    }
  };
  return (
    <Dialog opened onClose={onClose} title="Add tax category">
      <Form submit="Add tax category" onSubmit={submit} {...(faults && { faults })} refusal={refusal}>
        <TextField path="name" label="Name" required hint="Such as Hosting, or Books." />
      </Form>
    </Dialog>
  );
}
