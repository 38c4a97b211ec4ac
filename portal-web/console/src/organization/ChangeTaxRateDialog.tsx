import { faultOf } from "@quittance/client/faultOf.ts";
import { Dialog } from "@quittance/ui/Dialog.tsx";
import type { FieldFault } from "@quittance/ui/faults.ts";
import { DayField, DecimalField } from "@quittance/ui/fields.tsx";
import { FieldPair, Form } from "@quittance/ui/Form.tsx";
import type { FormValues } from "@quittance/ui/FormValues.ts";
import { useState } from "react";
import { useMutation } from "urql";
import { graphql } from "../gql";

const ChangeTaxRate = graphql(`
  mutation ChangeTaxRate($input: ChangeTaxRateInput!) {
    changeTaxRate(input: $input) {
      __typename
      ... on TaxRateChanged {
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

type Props = { rate: { id: string; name: string; percent: string }; onClose: () => void };

/** Lets another percentage be in force from a day on. */
export function ChangeTaxRateDialog({ rate: { id, name, percent }, onClose }: Props) {
  const [, change] = useMutation(ChangeTaxRate);
  const [faults, setFaults] = useState<readonly FieldFault[]>();
  const [refusal, setRefusal] = useState<string>();
  const submit = async (values: FormValues) => {
    setFaults(undefined);
    setRefusal(undefined);
    const { data, error } = await change({
      input: { taxRateId: id, percent: values.text("percent"), from: values.text("from") },
    });
    if (!data) return setRefusal((error && faultOf(error).reason) ?? "Nothing was saved. Try again.");
    switch (data.changeTaxRate.__typename) {
      case "TaxRateChanged":
        return onClose();
      case "TaxRateOverlaps":
        return setRefusal(data.changeTaxRate.message);
      case "InvalidInput":
        return setFaults(data.changeTaxRate.fields);
    }
  };
  return (
    <Dialog opened onClose={onClose} title={`Change ${name} ${percent} %`}>
      <Form submit="Change rate" onSubmit={submit} {...(faults && { faults })} refusal={refusal}>
        <p>The present rate ends before that day. Documents posted before keep it.</p>
        <FieldPair>
          <DecimalField path="percent" label="New rate" required suffix="%" />
          <DayField path="from" label="In force from" required />
        </FieldPair>
      </Form>
    </Dialog>
  );
}
