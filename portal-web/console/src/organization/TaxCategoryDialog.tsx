import { Dialog } from "@quittance/ui/Dialog.tsx";
import type { FieldFault } from "@quittance/ui/faults.ts";
import { SelectField, TextField } from "@quittance/ui/fields.tsx";
import { Form } from "@quittance/ui/Form.tsx";
import type { FormValues } from "@quittance/ui/FormValues.ts";
import { useState } from "react";
import { useMutation } from "urql";
import { faultOf } from "@quittance/client/faultOf.ts";
import { graphql } from "../gql";
import type { TaxTreatment } from "../gql/graphql.ts";
import { treatmentChoices } from "./treatments.ts";

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

const UpdateTaxCategory = graphql(`
  mutation UpdateTaxCategory($input: UpdateTaxCategoryInput!) {
    updateTaxCategory(input: $input) {
      __typename
      ... on TaxCategoryUpdated {
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

type Props = {
  /** The one to be changed; a new one when left out. */
  category?: { id: string; name: string; treatment: TaxTreatment };
  onClose: () => void;
};

/** Names a kind of goods or services that is taxed alike. */
export function TaxCategoryDialog({ category, onClose }: Props) {
  const [, create] = useMutation(CreateTaxCategory);
  const [, update] = useMutation(UpdateTaxCategory);
  const [faults, setFaults] = useState<readonly FieldFault[]>();
  const [refusal, setRefusal] = useState<string>();
  const send = async (name: string, treatment: TaxTreatment) => {
    if (!category) {
      const { data, error } = await create({ input: { name, treatment } });
      return { result: data?.createTaxCategory, error };
    }
    const { data, error } = await update({ input: { id: category.id, name, treatment } });
    return { result: data?.updateTaxCategory, error };
  };
  const submit = async (values: FormValues) => {
    setRefusal(undefined);
    const { result, error } = await send(values.text("name"), values.text("treatment") as TaxTreatment);
    if (!result) return setRefusal((error && faultOf(error).reason) ?? "Nothing was saved. Try again.");
    switch (result.__typename) {
      case "TaxCategoryCreated":
      case "TaxCategoryUpdated":
        return onClose();
      case "InvalidInput":
        return setFaults(result.fields);
    }
  };
  const title = category ? `Rename ${category.name}` : "Add tax category";
  return (
    <Dialog opened onClose={onClose} title={title}>
      <Form
        submit={category ? "Save category" : "Add tax category"}
        onSubmit={submit}
        {...(faults && { faults })}
        refusal={refusal}
      >
        <TextField
          path="name"
          label="Name"
          required
          hint="Such as Hosting, or Books."
          value={category?.name}
        />
        <SelectField
          path="treatment"
          label="Usual treatment"
          required
          choices={treatmentChoices}
          hint="Proposed for its rates."
          value={category?.treatment ?? "STANDARD"}
        />
      </Form>
    </Dialog>
  );
}
