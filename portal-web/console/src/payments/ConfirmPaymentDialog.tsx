import { Dialog } from "@quittance/ui/Dialog.tsx";
import type { FieldFault } from "@quittance/ui/faults.ts";
import { DayField, DecimalField, SelectField, TextField } from "@quittance/ui/fields.tsx";
import { FieldPair, Form } from "@quittance/ui/Form.tsx";
import type { FormValues } from "@quittance/ui/FormValues.ts";
import type { Amount } from "@quittance/ui/Money.tsx";
import { newKey } from "@quittance/ui/newKey.ts";
import { useState } from "react";
import { useMutation } from "urql";
import { faultOf } from "../app/faultOf.ts";
import { graphql } from "../gql";
import type { PaymentMethodKind } from "../gql/graphql.ts";

const ConfirmOfflinePayment = graphql(`
  mutation ConfirmOfflinePayment($input: ConfirmOfflinePaymentInput!) {
    confirmOfflinePayment(input: $input) {
      __typename
      ... on PaymentSucceeded {
        payment {
          id
        }
        invoices {
          id
          status
        }
      }
      ... on PaymentInProgress {
        message
      }
      ... on NothingDue {
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

const methods: readonly { value: PaymentMethodKind; label: string }[] = [
  { value: "BANK_TRANSFER", label: "Bank transfer" },
  { value: "CHEQUE", label: "Cheque" },
  { value: "CASH", label: "Cash" },
  { value: "OTHER", label: "Other" },
];

type Props = {
  invoice: { id: string; number?: string | null | undefined; amountDue: Amount };
  onClose: () => void;
};

/** Notes that an invoice was paid by transfer, cheque or cash. */
export function ConfirmPaymentDialog({ invoice, onClose }: Props) {
  const [, confirm] = useMutation(ConfirmOfflinePayment);
  const [key, setKey] = useState(newKey);
  const [faults, setFaults] = useState<readonly FieldFault[]>();
  const [refusal, setRefusal] = useState<string>();
  const { amount, currency } = invoice.amountDue;
  const submit = async (values: FormValues) => {
    setFaults(undefined);
    setRefusal(undefined);
    const { data, error } = await confirm({
      input: {
        invoiceIds: [invoice.id],
        amount: { amount: values.text("amount.amount"), currency },
        method: values.text("method") as PaymentMethodKind,
        reference: values.optional("reference"),
        valueOn: values.optional("valueOn"),
        idempotencyKey: key,
      },
    });
    if (!data) return setRefusal((error && faultOf(error).reason) ?? "No answer came. Try again.");
    setKey(newKey());
    const answer = data.confirmOfflinePayment;
    switch (answer.__typename) {
      case "PaymentSucceeded":
        return onClose();
      case "PaymentInProgress":
      case "NothingDue":
      case "KeyReused":
        return setRefusal(answer.message);
      case "InvalidInput":
        return setFaults(answer.fields);
    }
  };
  return (
    <Dialog opened onClose={onClose} title={`Confirm payment of ${invoice.number ?? "invoice"}`}>
      <Form submit="Confirm payment" onSubmit={submit} {...(faults && { faults })} refusal={refusal}>
        <FieldPair>
          <DecimalField
            path="amount.amount"
            label="Amount received"
            required
            value={amount}
            suffix={currency}
            hint="More than is due becomes credit."
          />
          <SelectField path="method" label="Paid by" required choices={methods} value="BANK_TRANSFER" />
        </FieldPair>
        <FieldPair>
          <TextField path="reference" label="Reference" hint="Of the transfer or cheque." />
          <DayField path="valueOn" label="Received on" hint="Left empty, today." />
        </FieldPair>
      </Form>
    </Dialog>
  );
}
