import type { FieldFault } from "@quittance/ui/faults.ts";
import { SelectField, TextField, WholeField } from "@quittance/ui/fields.tsx";
import { FieldPair, Form } from "@quittance/ui/Form.tsx";
import type { FormValues } from "@quittance/ui/FormValues.ts";
import { Section } from "@quittance/ui/Thing.tsx";
import { useState } from "react";
import { useMutation } from "urql";
import { faultOf } from "@quittance/client/faultOf.ts";
import { intervalUnits } from "../catalog/intervals.ts";
import { getFragmentData, graphql, type FragmentType } from "../gql";
import type { ImportField, IntervalUnit } from "../gql/graphql.ts";
import styles from "./MappingForm.module.css";

const MappingFormFields = graphql(`
  fragment MappingForm on CustomerImport {
    id
    columns {
      name
      samples
    }
    mapping {
      currency
      planName
      interval {
        count
        unit
      }
      columns {
        column
        field
      }
    }
  }
`);

const CheckCustomerImport = graphql(`
  mutation CheckCustomerImport($input: CheckCustomerImportInput!) {
    checkCustomerImport(input: $input) {
      __typename
      ... on CustomerImportStarted {
        customerImport {
          id
          status
        }
      }
      ... on ImportBusy {
        message
      }
      ... on InvalidInput {
        message
        fields {
          path
          message
        }
      }
    }
  }
`);

const fields: Record<ImportField, string> = {
  EXTERNAL_ID: "Customer's id",
  NAME: "Name",
  EMAIL: "Email",
  PHONE: "Phone",
  ADDRESS_LINE1: "Street and number",
  CITY: "City",
  POSTAL_CODE: "Postal code",
  COUNTRY: "Country",
  TAX_ID: "Tax ID",
  PRICE: "Own price of one period",
  CONTRACT: "Minimum term",
  PAYMENT_METHOD: "Payment kind",
  ADDON: "Addon at no extra price",
  IGNORE: "Leave out",
};

const choices = (Object.keys(fields) as ImportField[]).map((value) => ({ value, label: fields[value] }));

/** What each column means, and the plan that everybody gets. Sent, every row is checked. */
export function MappingForm({ of }: { of: FragmentType<typeof MappingFormFields> }) {
  const { id, columns, mapping } = getFragmentData(MappingFormFields, of);
  const [, check] = useMutation(CheckCustomerImport);
  const [faults, setFaults] = useState<readonly FieldFault[]>();
  const [refusal, setRefusal] = useState<string>();
  const meaning = new Map(mapping.columns.map(({ column, field }) => [column, field]));

  const submit = async (values: FormValues) => {
    setFaults(undefined);
    setRefusal(undefined);
    const { data, error } = await check({
      input: {
        id,
        mapping: {
          currency: values.text("mapping.currency").toUpperCase(),
          planName: values.text("mapping.planName"),
          interval: {
            count: values.whole("mapping.interval.count") ?? 0,
            unit: values.text("mapping.interval.unit") as IntervalUnit,
          },
          columns: columns.map(({ name }, i) => ({
            column: name,
            field: values.text(`mapping.columns[${i}].field`) as ImportField,
          })),
        },
      },
    });
    if (!data) return setRefusal((error && faultOf(error).reason) ?? "The check was not started. Try again.");
    switch (data.checkCustomerImport.__typename) {
      case "CustomerImportStarted":
        return;
      case "ImportBusy":
        return setRefusal(data.checkCustomerImport.message);
      case "InvalidInput":
        return setFaults(data.checkCustomerImport.fields);
    }
  };

  return (
    <Section title="What the columns mean">
      <Form submit="Check every row" onSubmit={submit} {...(faults && { faults })} refusal={refusal}>
        <FieldPair>
          <TextField
            path="mapping.planName"
            label="Plan that everybody gets"
            required
            value={mapping.planName}
          />
          <TextField
            path="mapping.currency"
            label="Currency"
            required
            value={mapping.currency}
            maxLength={3}
          />
        </FieldPair>
        <FieldPair>
          <WholeField
            path="mapping.interval.count"
            label="Billed every"
            required
            value={String(mapping.interval.count)}
          />
          <SelectField
            path="mapping.interval.unit"
            label="Unit"
            required
            choices={intervalUnits}
            value={mapping.interval.unit}
          />
        </FieldPair>
        <ul className={styles.columns}>
          {columns.map(({ name, samples }, i) => (
            <li key={name}>
              <div className={styles.column}>
                <b>{name}</b>
                <span className={styles.samples}>{samples.filter(Boolean).join(", ") || "empty"}</span>
              </div>
              <SelectField
                path={`mapping.columns[${i}].field`}
                label={`Meaning of ${name}`}
                required
                choices={choices}
                value={meaning.get(name) ?? "IGNORE"}
              />
            </li>
          ))}
        </ul>
      </Form>
    </Section>
  );
}
