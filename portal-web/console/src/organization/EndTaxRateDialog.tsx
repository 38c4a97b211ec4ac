import { faultOf } from "@quittance/client/faultOf.ts";
import { Dialog } from "@quittance/ui/Dialog.tsx";
import type { FieldFault } from "@quittance/ui/faults.ts";
import { DayField } from "@quittance/ui/fields.tsx";
import { Form } from "@quittance/ui/Form.tsx";
import type { FormValues } from "@quittance/ui/FormValues.ts";
import { useState } from "react";
import { useMutation } from "urql";
import { graphql } from "../gql";

const EndTaxRate = graphql(`
  mutation EndTaxRate($input: EndTaxRateInput!) {
    endTaxRate(input: $input) {
      __typename
      ... on TaxRateEnded {
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

type Props = { rate: { id: string; name: string; percent: string }; onClose: () => void };

/** Ends a rate, without another one in its place. */
export function EndTaxRateDialog({ rate: { id, name, percent }, onClose }: Props) {
  const [, end] = useMutation(EndTaxRate);
  const [faults, setFaults] = useState<readonly FieldFault[]>();
  const [refusal, setRefusal] = useState<string>();
  const submit = async (values: FormValues) => {
    setFaults(undefined);
    setRefusal(undefined);
    const { data, error } = await end({ input: { taxRateId: id, on: values.text("on") } });
    if (!data) return setRefusal((error && faultOf(error).reason) ?? "Nothing was saved. Try again.");
    switch (data.endTaxRate.__typename) {
      case "TaxRateEnded":
        return onClose();
      case "InvalidInput":
        return setFaults(data.endTaxRate.fields);
    }
  };
  return (
    <Dialog opened onClose={onClose} title={`End ${name} ${percent} %`}>
      <Form submit="End rate" onSubmit={submit} {...(faults && { faults })} refusal={refusal}>
        <p>Nothing takes its place. Ended on its first day, it never was.</p>
        <DayField path="on" label="No longer in force from" required />
      </Form>
    </Dialog>
  );
}
