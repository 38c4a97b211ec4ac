import { faultOf } from "@quittance/client/faultOf.ts";
import { Dialog } from "@quittance/ui/Dialog.tsx";
import type { FieldFault } from "@quittance/ui/faults.ts";
import { DayField, DecimalField, TextField } from "@quittance/ui/fields.tsx";
import { FieldPair, Form } from "@quittance/ui/Form.tsx";
import type { FormValues } from "@quittance/ui/FormValues.ts";
import { useState } from "react";
import { useMutation } from "urql";
import { currencies } from "../app/suggestions.ts";
import { graphql } from "../gql";

const SetExchangeRate = graphql(`
  mutation SetExchangeRate($input: SetExchangeRateInput!) {
    setExchangeRate(input: $input) {
      __typename
      ... on ExchangeRateSet {
        exchangeRate {
          currency
          on
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

/** Enters the rate of a day; one that is there already is replaced. */
export function ExchangeRateDialog({ onClose }: { onClose: () => void }) {
  const [, set] = useMutation(SetExchangeRate);
  const [faults, setFaults] = useState<readonly FieldFault[]>();
  const [refusal, setRefusal] = useState<string>();
  const submit = async (values: FormValues) => {
    setFaults(undefined);
    setRefusal(undefined);
    const { data, error } = await set({
      input: {
        currency: values.text("currency").toUpperCase(),
        on: values.text("on"),
        rate: values.text("rate"),
      },
    });
    if (!data) return setRefusal((error && faultOf(error).reason) ?? "Nothing was saved. Try again.");
    switch (data.setExchangeRate.__typename) {
      case "ExchangeRateSet":
        return onClose();
      case "InvalidInput":
        return setFaults(data.setExchangeRate.fields);
    }
  };
  return (
    <Dialog opened onClose={onClose} title="Enter a rate of exchange">
      <Form submit="Enter rate" onSubmit={submit} {...(faults && { faults })} refusal={refusal}>
        <FieldPair>
          <TextField path="currency" label="Currency" required maxLength={3} suggestions={currencies} />
          <DayField path="on" label="Day" required />
        </FieldPair>
        <DecimalField
          path="rate"
          label="Rate"
          required
          hint="What one unit of it costs in the organisation's currency, such as 0.9234."
        />
      </Form>
    </Dialog>
  );
}
