import type { FieldFault } from "@quittance/ui/faults.ts";
import { DayField, SelectField, TextField } from "@quittance/ui/fields.tsx";
import { FieldPair, Form } from "@quittance/ui/Form.tsx";
import type { FormValues } from "@quittance/ui/FormValues.ts";
import { Section } from "@quittance/ui/Thing.tsx";
import { useState } from "react";
import { useMutation } from "urql";
import { faultOf } from "@quittance/client/faultOf.ts";
import { getFragmentData, graphql, type FragmentType } from "../gql";
import type { TakeOverField } from "../gql/graphql.ts";
import styles from "../imports/MappingForm.module.css";
import { choicesOf } from "./texts.ts";

const TakeOverMappingFormFields = graphql(`
  fragment TakeOverMappingForm on TakeOver {
    id
    kind
    columns {
      name
      samples
    }
    mapping {
      asOf
      currency
      columns {
        column
        field
      }
    }
  }
`);

const CheckTakeOver = graphql(`
  mutation CheckTakeOver($input: CheckTakeOverInput!) {
    checkTakeOver(input: $input) {
      __typename
      ... on TakeOverStarted {
        takeOver {
          id
          status
        }
      }
      ... on ImportBusy {
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

/** What each column means, and the last day of the former system. Sent, every row is checked. */
export function TakeOverMappingForm({ of }: { of: FragmentType<typeof TakeOverMappingFormFields> }) {
  const { id, kind, columns, mapping } = getFragmentData(TakeOverMappingFormFields, of);
  const [, check] = useMutation(CheckTakeOver);
  const [faults, setFaults] = useState<readonly FieldFault[]>();
  const [refusal, setRefusal] = useState<string>();
  const meaning = new Map(mapping.columns.map(({ column, field }) => [column, field]));
  const money = kind !== "NEXT_BILLING_DATES";
  const submit = async (values: FormValues) => {
    setFaults(undefined);
    setRefusal(undefined);
    const { data, error } = await check({
      input: {
        id,
        mapping: {
          asOf: (money && values.text("mapping.asOf")) || null,
          currency: (money && values.text("mapping.currency").toUpperCase()) || null,
          columns: columns.map(({ name }, i) => ({
            column: name,
            field: values.text(`mapping.columns[${i}].field`) as TakeOverField,
          })),
        },
      },
    });
    if (!data) return setRefusal((error && faultOf(error).reason) ?? "The check was not started. Try again.");
    switch (data.checkTakeOver.__typename) {
      case "TakeOverStarted":
        return;
      case "ImportBusy":
        return setRefusal(data.checkTakeOver.message);
      case "InvalidInput":
        return setFaults(data.checkTakeOver.fields);
    }
  };
  return (
    <Section title="What the columns mean">
      <Form submit="Check every row" onSubmit={submit} {...(faults && { faults })} refusal={refusal}>
        {money && (
          <FieldPair>
            <DayField
              path="mapping.asOf"
              label="Last day of the former system"
              required
              value={mapping.asOf ?? ""}
            />
            <TextField
              path="mapping.currency"
              label="Currency, where no column holds it"
              value={mapping.currency ?? ""}
              maxLength={3}
            />
          </FieldPair>
        )}
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
                choices={choicesOf(kind)}
                value={meaning.get(name) ?? "IGNORE"}
              />
            </li>
          ))}
        </ul>
      </Form>
    </Section>
  );
}
