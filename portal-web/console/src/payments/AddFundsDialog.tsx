import { faultOf } from "@quittance/client/faultOf.ts";
import { Dialog } from "@quittance/ui/Dialog.tsx";
import type { FieldFault } from "@quittance/ui/faults.ts";
import { DayField, DecimalField, SelectField, TextField } from "@quittance/ui/fields.tsx";
import { FieldPair, Form } from "@quittance/ui/Form.tsx";
import type { FormValues } from "@quittance/ui/FormValues.ts";
import { newKey } from "@quittance/ui/newKey.ts";
import { useState } from "react";
import { useMutation } from "urql";
import { currencies } from "../app/suggestions.ts";
import { graphql } from "../gql";
import type { PaymentMethodKind } from "../gql/graphql.ts";
import { offlineMethods } from "./offlineMethods.ts";

const ConfirmTopUp = graphql(`
  mutation ConfirmTopUp($input: ConfirmTopUpInput!) {
    confirmTopUp(input: $input) {
      __typename
      ... on PaymentSucceeded {
        payment {
          id
        }
      }
      ... on MonthClosed {
        message
      }
      ... on KeyReused {
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

type Props = { customerId: string; currency: string; onClose: () => void };

/** Notes a deposit that came in for no invoice. */
export function AddFundsDialog({ customerId, currency, onClose }: Props) {
  const [, confirm] = useMutation(ConfirmTopUp);
  const [key, setKey] = useState(newKey);
  const [refused, setRefused] = useState<{ faults?: readonly FieldFault[]; refusal?: string }>({});
  const submit = async (values: FormValues) => {
    setRefused({});
    const { data, error } = await confirm(
      {
        input: {
          customerId,
          amount: { amount: values.text("amount.amount"), currency: values.text("currency").toUpperCase() },
          method: values.text("method") as PaymentMethodKind,
          reference: values.optional("reference"),
          valueOn: values.optional("valueOn"),
          idempotencyKey: key,
        },
      },
      { additionalTypenames: ["Customer", "Payment"] },
    );
    if (!data)
      return setRefused({ refusal: (error && faultOf(error).reason) ?? "No answer came. Try again." });
    setKey(newKey());
    const answer = data.confirmTopUp;
    switch (answer.__typename) {
      case "PaymentSucceeded":
        return onClose();
      case "MonthClosed":
      case "KeyReused":
        return setRefused({ refusal: answer.message });
      case "InvalidInput":
        return setRefused({ faults: answer.fields });
    }
  };
  return (
    <Dialog opened onClose={onClose} title="Add funds">
      <Form
        submit="Add funds"
        onSubmit={submit}
        {...(refused.faults && { faults: refused.faults })}
        refusal={refused.refusal}
      >
        <p>An untaxed deposit. Its receipt says that it is no invoice.</p>
        <FieldPair>
          <DecimalField path="amount.amount" label="Amount received" required />
          <TextField path="currency" label="Currency" required value={currency} suggestions={currencies} />
        </FieldPair>
        <FieldPair>
          <SelectField
            path="method"
            label="Paid by"
            required
            choices={offlineMethods}
            value="BANK_TRANSFER"
          />
          <TextField path="reference" label="Reference" hint="Of the transfer or cheque." />
        </FieldPair>
        <DayField path="valueOn" label="Received on" hint="Left empty, today." />
      </Form>
    </Dialog>
  );
}
