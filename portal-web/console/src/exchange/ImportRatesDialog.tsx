import { FileInput } from "@mantine/core";
import { faultOf } from "@quittance/client/faultOf.ts";
import { Dialog } from "@quittance/ui/Dialog.tsx";
import { CheckboxField } from "@quittance/ui/fields.tsx";
import { Form } from "@quittance/ui/Form.tsx";
import type { FormValues } from "@quittance/ui/FormValues.ts";
import { Notice } from "@quittance/ui/Notice.tsx";
import { useState } from "react";
import { useMutation } from "urql";
import { graphql } from "../gql";

const ImportExchangeRates = graphql(`
  mutation ImportExchangeRates($input: ImportExchangeRatesInput!) {
    importExchangeRates(input: $input) {
      __typename
      ... on ExchangeRatesImported {
        count
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

/** The answer bears no rate by which the list would know that it has changed. */
const listed = { additionalTypenames: ["ExchangeRate"] };

/** Takes rates from a CSV file: all of them, or none when a line is faulty. */
export function ImportRatesDialog({ onClose }: { onClose: () => void }) {
  const [{ data: sent }, load] = useMutation(ImportExchangeRates);
  const [refusal, setRefusal] = useState<string>();
  const [file, setFile] = useState<File | null>(null);
  const answer = sent?.importExchangeRates;
  const submit = async (values: FormValues) => {
    setRefusal(undefined);
    if (!file) return setRefusal("Choose a file first.");
    const csv = await file.text();
    const { data, error } = await load({ input: { csv, turned: values.checked("turned") } }, listed);
    if (!data) return setRefusal((error && faultOf(error).reason) ?? "Nothing was imported. Try again.");
    switch (data.importExchangeRates.__typename) {
      case "ExchangeRatesImported":
        return;
      case "InvalidInput":
        return setRefusal(
          data.importExchangeRates.fields.map(({ path, message }) => `${path} ${message}`).join("; "),
        );
    }
  };
  return (
    <Dialog opened onClose={onClose} title="Import rates of exchange">
      <Form submit="Import rates" onSubmit={submit} refusal={refusal}>
        {answer?.__typename === "ExchangeRatesImported" && (
          <Notice tone="positive">
            {answer.count.toLocaleString()} {answer.count === 1 ? "rate was" : "rates were"} imported.
          </Notice>
        )}
        <FileInput
          label="CSV file"
          description="Its first line names the columns date, currency and rate."
          accept=".csv,text/csv,text/plain"
          value={file}
          onChange={setFile}
        />
        <CheckboxField
          path="turned"
          label="The rates say what one unit of the organisation's currency costs"
          hint="As central banks publish them: 1 EUR = 1.0834 USD."
        />
      </Form>
    </Dialog>
  );
}
