import { faultOf } from "@quittance/client/faultOf.ts";
import { Dialog } from "@quittance/ui/Dialog.tsx";
import type { FieldFault } from "@quittance/ui/faults.ts";
import { DayField, TextField } from "@quittance/ui/fields.tsx";
import { FieldPair, Form } from "@quittance/ui/Form.tsx";
import type { FormValues } from "@quittance/ui/FormValues.ts";
import { Money, type Amount } from "@quittance/ui/Money.tsx";
import { newKey } from "@quittance/ui/newKey.ts";
import { useState } from "react";
import { useMutation } from "urql";
import { graphql } from "../gql";

const ConfirmRefund = graphql(`
  mutation ConfirmRefund($input: ConfirmRefundInput!) {
    confirmRefund(input: $input) {
      __typename
      ... on RefundConfirmed {
        refund {
          id
          status
          payment {
            id
          }
        }
      }
      ... on RefundNotWaiting {
        message
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

type Props = { refund: { id: string; amount: Amount }; onClose: () => void };

/** Notes that staff has sent a refund. */
export function ConfirmRefundDialog({ refund: { id, amount }, onClose }: Props) {
  const [, confirm] = useMutation(ConfirmRefund);
  const [key, setKey] = useState(newKey);
  const [refused, setRefused] = useState<{ faults?: readonly FieldFault[]; refusal?: string }>({});
  const submit = async (values: FormValues) => {
    setRefused({});
    const { data, error } = await confirm({
      input: {
        refundId: id,
        reference: values.optional("reference"),
        valueOn: values.optional("valueOn"),
        idempotencyKey: key,
      },
    });
    if (!data)
      return setRefused({ refusal: (error && faultOf(error).reason) ?? "No answer came. Try again." });
    setKey(newKey());
    const answer = data.confirmRefund;
    switch (answer.__typename) {
      case "RefundConfirmed":
        return onClose();
      case "RefundNotWaiting":
      case "MonthClosed":
      case "KeyReused":
        return setRefused({ refusal: answer.message });
      case "InvalidInput":
        return setRefused({ faults: answer.fields });
    }
  };
  return (
    <Dialog opened onClose={onClose} title="Confirm refund">
      <Form
        submit="Confirm sent"
        onSubmit={submit}
        {...(refused.faults && { faults: refused.faults })}
        refusal={refused.refusal}
      >
        <p>
          <Money {...amount} /> has left. The customer gets the document of the refund by mail.
        </p>
        <FieldPair>
          <TextField path="reference" label="Reference" hint="Of the transfer or cheque." />
          <DayField path="valueOn" label="Sent on" hint="Left empty, today." />
        </FieldPair>
      </Form>
    </Dialog>
  );
}
