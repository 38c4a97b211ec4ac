import { Dialog } from "@quittance/ui/Dialog.tsx";
import { countryChoices } from "@quittance/ui/countries.ts";
import type { FieldFault } from "@quittance/ui/faults.ts";
import { CheckboxField, DayField, DecimalField, SelectField, TextField } from "@quittance/ui/fields.tsx";
import { FieldPair, Form } from "@quittance/ui/Form.tsx";
import type { FormValues } from "@quittance/ui/FormValues.ts";
import { useState } from "react";
import { useMutation } from "urql";
import { graphql } from "../gql";
import type { TaxTreatment } from "../gql/graphql.ts";
import { treatmentChoices } from "./treatments.ts";

const AddTaxRate = graphql(`
  mutation AddTaxRate($input: AddTaxRateInput!) {
    addTaxRate(input: $input) {
      __typename
      ... on TaxRateAdded {
        taxCategory {
          id
        }
      }
      ... on TaxRateOverlaps {
        message
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
  categoryId: string;
  categoryName: string;
  treatment: TaxTreatment;
  onClose: () => void;
};

/** Adds a rate to a category. */
export function TaxRateDialog({ categoryId, categoryName, treatment, onClose }: Props) {
  const [, add] = useMutation(AddTaxRate);
  const [faults, setFaults] = useState<readonly FieldFault[]>();
  const [refusal, setRefusal] = useState<string>();
  const submit = async (values: FormValues) => {
    setFaults(undefined);
    setRefusal(undefined);
    const { data, error } = await add({
      input: {
        taxCategoryId: categoryId,
        name: values.text("name"),
        country: values.text("country"),
        region: values.optional("region"),
        postalPrefix: values.optional("postalPrefix"),
        stacked: values.checked("stacked"),
        validUntil: values.optional("validUntil"),
        percent: values.text("percent"),
        treatment: values.text("treatment") as TaxTreatment,
        validFrom: values.text("validFrom"),
      },
    });
    if (!data) return setRefusal(error?.graphQLErrors[0]?.message ?? "Nothing was saved. Try again.");
    switch (data.addTaxRate.__typename) {
      case "TaxRateAdded":
        return onClose();
      case "TaxRateOverlaps":
        return setRefusal(data.addTaxRate.message);
      case "InvalidInput":
        return setFaults(data.addTaxRate.fields);
    }
  };
  return (
    <Dialog opened onClose={onClose} title={`Add a rate to ${categoryName}`}>
      <Form submit="Add rate" onSubmit={submit} {...(faults && { faults })} refusal={refusal}>
        <TextField path="name" label="Printed as" required hint="Such as VAT." value="VAT" />
        <SelectField path="country" label="Country" required choices={countryChoices()} />
        <FieldPair>
          <TextField path="region" label="State or region" />
          <TextField
            path="postalPrefix"
            label="Beginning of postal codes"
            maxLength={10}
            hint="Such as 981 for a city."
          />
        </FieldPair>
        <FieldPair>
          <DecimalField path="percent" label="Rate" required suffix="%" />
          <SelectField
            path="treatment"
            label="Treatment"
            required
            choices={treatmentChoices}
            value={treatment}
          />
        </FieldPair>
        <FieldPair>
          <DayField path="validFrom" label="In force from" required />
          <DayField path="validUntil" label="Until before" hint="Left empty, until further notice." />
        </FieldPair>
        <CheckboxField
          path="stacked"
          label="Charge it beside other rates of its name"
          hint="Else the narrowest place's rate of a name takes the place of the others."
        />
      </Form>
    </Dialog>
  );
}
