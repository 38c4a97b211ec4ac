import { Checkbox, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { faultOf } from "@quittance/client/faultOf.ts";
import { Dialog } from "@quittance/ui/Dialog.tsx";
import { useFault, type FieldFault } from "@quittance/ui/faults.ts";
import { DayField, SelectField, TextField } from "@quittance/ui/fields.tsx";
import { FieldPair, Form } from "@quittance/ui/Form.tsx";
import type { FormValues } from "@quittance/ui/FormValues.ts";
import type { Amount } from "@quittance/ui/Money.tsx";
import { newKey } from "@quittance/ui/newKey.ts";
import { useState } from "react";
import { useMutation } from "urql";
import { graphql } from "../gql";
import type { PaymentMethodKind } from "../gql/graphql.ts";
import { offlineMethods } from "./offlineMethods.ts";
import { enteredShares } from "./ShareFields.tsx";
import { Spread, useSpread } from "./Spread.tsx";

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
      ... on MonthClosed {
        message
      }
      ... on MoreThanDue {
        message
      }
      ... on MoreThanAvailable {
        message
      }
      ... on OverpaymentNotAllowed {
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

type Props = {
  invoice: {
    id: string;
    number?: string | null | undefined;
    amountDue: Amount;
    customer: { id: string };
  };
  onClose: () => void;
};

/** Notes that an invoice, or several, were paid by transfer, cheque or cash. */
export function ConfirmPaymentDialog({ invoice, onClose }: Props) {
  const [, confirm] = useMutation(ConfirmOfflinePayment);
  const [key, setKey] = useState(newKey);
  const [refused, setRefused] = useState<{ faults?: readonly FieldFault[]; refusal?: string }>({});
  const [amount, setAmount] = useState(invoice.amountDue.amount);
  const [several, setSeveral] = useState(false);
  const [typed] = useDebouncedValue(amount, 300);
  const { currency } = invoice.amountDue;
  const spread = useSpread(invoice.customer.id, { amount: typed, currency }, !several);
  const submit = async (values: FormValues) => {
    setRefused({});
    const { data, error } = await confirm({
      input: {
        ...(several && spread.plan
          ? {
              invoiceIds: spread.plan.shares.map((share) => share.invoice.id),
              shares: enteredShares(values, spread.plan.shares),
            }
          : { invoiceIds: [invoice.id] }),
        amount: { amount, currency },
        method: values.text("method") as PaymentMethodKind,
        reference: values.optional("reference"),
        valueOn: values.optional("valueOn"),
        idempotencyKey: key,
      },
    });
    if (!data)
      return setRefused({ refusal: (error && faultOf(error).reason) ?? "No answer came. Try again." });
    setKey(newKey());
    const answer = data.confirmOfflinePayment;
    switch (answer.__typename) {
      case "PaymentSucceeded":
        return onClose();
      case "PaymentInProgress":
      case "NothingDue":
      case "MonthClosed":
      case "MoreThanDue":
      case "MoreThanAvailable":
      case "OverpaymentNotAllowed":
      case "KeyReused":
        return setRefused({ refusal: answer.message });
      case "InvalidInput":
        return setRefused({ faults: answer.fields });
    }
  };
  return (
    <Dialog opened onClose={onClose} title={`Confirm payment of ${invoice.number ?? "invoice"}`}>
      <Form
        submit="Confirm payment"
        onSubmit={submit}
        {...(refused.faults && { faults: refused.faults })}
        refusal={refused.refusal}
      >
        <FieldPair>
          <ReceivedField amount={amount} currency={currency} onChange={setAmount} />
          <SelectField
            path="method"
            label="Paid by"
            required
            choices={offlineMethods}
            value="BANK_TRANSFER"
          />
        </FieldPair>
        <FieldPair>
          <TextField path="reference" label="Reference" hint="Of the transfer or cheque." />
          <DayField path="valueOn" label="Received on" hint="Left empty, today." />
        </FieldPair>
        <Checkbox
          label="It pays other invoices, too"
          checked={several}
          onChange={(event) => setSeveral(event.currentTarget.checked)}
        />
        {several && <Spread {...spread} />}
      </Form>
    </Dialog>
  );
}

type Received = { amount: string; currency: string; onChange: (amount: string) => void };

/** What came in; the spreading follows it. */
function ReceivedField({ amount, currency, onChange }: Received) {
  const whole = useFault("amount");
  const error = useFault("amount.amount") ?? whole;
  return (
    <TextInput
      name="amount.amount"
      label="Amount received"
      description="More than is due becomes credit."
      aria-required
      inputMode="decimal"
      value={amount}
      onChange={(event) => onChange(event.currentTarget.value.trim())}
      rightSection={<span>{currency}</span>}
      rightSectionWidth={56}
      {...(error !== undefined && { error })}
    />
  );
}
