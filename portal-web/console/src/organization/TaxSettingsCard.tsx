import { Saved } from "@quittance/ui/Notice.tsx";
import type { FieldFault } from "@quittance/ui/faults.ts";
import { SelectField, TextAreaField, WholeField } from "@quittance/ui/fields.tsx";
import { FieldPair, Form } from "@quittance/ui/Form.tsx";
import type { FormValues } from "@quittance/ui/FormValues.ts";
import { Facts, Section } from "@quittance/ui/Thing.tsx";
import { useState } from "react";
import { useMutation } from "urql";
import { faultOf } from "@quittance/client/faultOf.ts";
import { useMay } from "../app/viewer.ts";
import { getFragmentData, graphql, type FragmentType } from "../gql";
import type { TaxDate, TaxRounding, TaxSettingsCardFragment } from "../gql/graphql.ts";
import { cashLines, cashOf, wordingLines, wordingsOf } from "./taxSettingTexts.ts";

const TaxSettingsCardFields = graphql(`
  fragment TaxSettingsCard on TaxSettings {
    taxDate
    rounding
    cashRounding {
      currency
      increment
    }
    reverseCharge {
      language
      text
    }
    exchangeDays
  }
`);

const UpdateTaxSettings = graphql(`
  mutation UpdateTaxSettings($input: UpdateTaxSettingsInput!) {
    updateTaxSettings(input: $input) {
      __typename
      ... on TaxSettingsUpdated {
        taxSettings {
          ...TaxSettingsCard
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

const taxDates: Record<TaxDate, string> = {
  ISSUE_DATE: "The issue date",
  PERIOD_END: "The end of the service period",
};

const roundings: Record<TaxRounding, string> = {
  PER_DOCUMENT: "Once per document and rate",
  PER_LINE: "In every line",
};

function choices<Value extends string>(labels: Record<Value, string>) {
  return (Object.keys(labels) as Value[]).map((value) => ({ value, label: labels[value] }));
}

/** How documents are taxed: tax date, rounding and wordings. */
export function TaxSettingsCard({ settings }: { settings: FragmentType<typeof TaxSettingsCardFields> }) {
  const shown = getFragmentData(TaxSettingsCardFields, settings);
  return (
    <Section title="How documents are taxed">
      {useMay("SETTINGS_WRITE") ? <Settings settings={shown} /> : <ReadOnly settings={shown} />}
    </Section>
  );
}

function ReadOnly({ settings: of }: { settings: TaxSettingsCardFragment }) {
  return (
    <Facts
      facts={[
        { label: "Tax date", value: taxDates[of.taxDate] },
        { label: "Tax is rounded", value: roundings[of.rounding] },
        { label: "Cash rounding", value: cashLines(of.cashRounding) },
        { label: "Reverse charge", value: wordingLines(of.reverseCharge) },
        {
          label: "Exchange rates hold",
          value: of.exchangeDays === null ? "always" : `${of.exchangeDays} days`,
        },
      ]}
    />
  );
}

function Settings({ settings: of }: { settings: TaxSettingsCardFragment }) {
  const [, update] = useMutation(UpdateTaxSettings);
  const [faults, setFaults] = useState<readonly FieldFault[]>();
  const [refusal, setRefusal] = useState<string>();
  const [saved, setSaved] = useState(false);
  const submit = async (values: FormValues) => {
    setFaults(undefined);
    setRefusal(undefined);
    setSaved(false);
    const { data, error } = await update({
      input: {
        taxDate: values.text("taxDate") as TaxDate,
        rounding: values.text("rounding") as TaxRounding,
        cashRounding: cashOf(values.text("cashRounding")),
        reverseCharge: wordingsOf(values.text("reverseCharge")),
        exchangeDays: values.whole("exchangeDays"),
      },
    });
    if (!data) return setRefusal((error && faultOf(error).reason) ?? "Nothing was saved. Try again.");
    switch (data.updateTaxSettings.__typename) {
      case "TaxSettingsUpdated":
        return setSaved(true);
      case "InvalidInput":
        return setFaults(
          data.updateTaxSettings.fields.map(({ path, message }) => ({
            path: path.replace(/\[.*/, ""),
            message: `${path} ${message}`,
          })),
        );
    }
  };
  return (
    <Form
      submit="Save settings"
      onSubmit={submit}
      {...(faults && { faults })}
      refusal={refusal}
      beside={saved && <Saved />}
    >
      <FieldPair>
        <SelectField
          path="taxDate"
          label="Tax date"
          required
          choices={choices(taxDates)}
          value={of.taxDate}
          hint="The rate in force on that day is charged."
        />
        <SelectField
          path="rounding"
          label="Tax is rounded"
          required
          choices={choices(roundings)}
          value={of.rounding}
        />
      </FieldPair>
      <FieldPair>
        <TextAreaField
          path="cashRounding"
          label="Cash rounding"
          hint="A currency and what its totals are multiples of on each line, such as CHF 0.05."
          value={cashLines(of.cashRounding)}
        />
        <WholeField
          path="exchangeDays"
          label="Days for which a rate of exchange holds"
          hint="Left empty, a rate holds until the next one."
          value={of.exchangeDays === null ? "" : String(of.exchangeDays)}
        />
      </FieldPair>
      <TextAreaField
        path="reverseCharge"
        label="Wording of reverse charge"
        rows={8}
        hint="A language, a colon and the text on each line. English stands where a language is missing."
        value={wordingLines(of.reverseCharge)}
      />
    </Form>
  );
}
