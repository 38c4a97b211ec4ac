import { SelectField, TextField } from "@quittance/ui/fields.tsx";
import { FieldPair, Form } from "@quittance/ui/Form.tsx";
import type { FormValues } from "@quittance/ui/FormValues.ts";
import { Section } from "@quittance/ui/Thing.tsx";
import { currencies } from "../app/suggestions.ts";
import { getFragmentData, graphql, type FragmentType } from "../gql";
import type { BankField, DayFormat, DecimalMark } from "../gql/graphql.ts";
import styles from "../imports/MappingForm.module.css";
import { bankFields, choicesOf, dayFormats, decimalMarks } from "./bankTexts.ts";
import { useCheck } from "./useCheck.ts";

const BankMappingFormFields = graphql(`
  fragment BankMappingForm on BankFile {
    id
    columns {
      name
      samples
    }
    mapping {
      columns {
        column
        field
      }
      account
      currency
      dayFormat
      decimalMark
    }
  }
`);

/** What each column of a CSV means, and how its days and amounts are written. */
export function BankMappingForm({ of }: { of: FragmentType<typeof BankMappingFormFields> }) {
  const { id, columns, mapping } = getFragmentData(BankMappingFormFields, of);
  const { check, faults, refusal } = useCheck(id);
  if (!mapping) return null;
  const meaning = new Map(mapping.columns.map(({ column, field }) => [column, field]));

  const submit = (values: FormValues) =>
    check({
      account: values.text("mapping.account"),
      currency: values.text("mapping.currency").toUpperCase(),
      dayFormat: values.text("mapping.dayFormat") as DayFormat,
      decimalMark: values.text("mapping.decimalMark") as DecimalMark,
      columns: columns.map(({ name }, i) => ({
        column: name,
        field: values.text(`mapping.columns[${i}].field`) as BankField,
      })),
    });

  return (
    <Section title="What the columns mean">
      <Form submit="Check every row" onSubmit={submit} {...(faults && { faults })} refusal={refusal}>
        <FieldPair>
          <TextField
            path="mapping.account"
            label="Your account"
            hint="As in the organisation's bank details, where no column names it."
            value={mapping.account}
          />
          <TextField
            path="mapping.currency"
            label="Currency"
            required
            value={mapping.currency}
            suggestions={currencies}
          />
        </FieldPair>
        <FieldPair>
          <SelectField
            path="mapping.dayFormat"
            label="Days are written"
            required
            choices={choicesOf(dayFormats)}
            value={mapping.dayFormat}
          />
          <SelectField
            path="mapping.decimalMark"
            label="Amounts are written"
            required
            choices={choicesOf(decimalMarks)}
            value={mapping.decimalMark}
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
                choices={choicesOf(bankFields)}
                value={meaning.get(name) ?? "IGNORE"}
              />
            </li>
          ))}
        </ul>
      </Form>
    </Section>
  );
}
