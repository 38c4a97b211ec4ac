import { faultOf } from "@quittance/client/faultOf.ts";
import { Dialog } from "@quittance/ui/Dialog.tsx";
import type { FieldFault } from "@quittance/ui/faults.ts";
import { DecimalField, SelectField } from "@quittance/ui/fields.tsx";
import { Form } from "@quittance/ui/Form.tsx";
import type { FormValues } from "@quittance/ui/FormValues.ts";
import { useState } from "react";
import { useMutation } from "urql";
import { graphql } from "../gql";
import type { DisputeReason } from "../gql/graphql.ts";
import { disputeReasons } from "./reasons.ts";

const OpenSandboxDispute = graphql(`
  mutation OpenSandboxDispute($input: OpenSandboxDisputeInput!) {
    openSandboxDispute(input: $input) {
      __typename
      ... on SandboxDisputeOpened {
        dispute {
          id
          payment {
            id
          }
        }
      }
      ... on NotInSandbox {
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

const reasons = Object.entries(disputeReasons) as [DisputeReason, string][];

type Props = { payment: { id: string; amount: { currency: string } }; onClose: () => void };

/** Plays the payer who disputes a payment, of the sandbox gateway only. */
export function OpenDialog({ payment: { id, amount }, onClose }: Props) {
  const [, open] = useMutation(OpenSandboxDispute);
  const [refused, setRefused] = useState<{ faults?: readonly FieldFault[]; refusal?: string }>({});
  const submit = async (values: FormValues) => {
    setRefused({});
    const wished = values.optional("amount");
    const chosen = values.text("reason");
    const reason = reasons.find(([value]) => value === chosen)?.[0] ?? "OTHER";
    const { data, error } = await open(
      {
        input: {
          paymentId: id,
          reason,
          amount: wished ? { amount: wished, currency: amount.currency } : null,
        },
      },
      { additionalTypenames: ["HistoryEntry", "Dispute", "Invoice"] },
    );
    if (!data)
      return setRefused({ refusal: (error && faultOf(error).reason) ?? "No answer came. Try again." });
    const answer = data.openSandboxDispute;
    switch (answer.__typename) {
      case "SandboxDisputeOpened":
        return onClose();
      case "NotInSandbox":
        return setRefused({ refusal: answer.message });
      case "InvalidInput":
        return setRefused({ faults: answer.fields });
    }
  };
  return (
    <Dialog opened onClose={onClose} title="Dispute as the payer">
      <Form
        submit="Dispute payment"
        onSubmit={submit}
        {...(refused.faults && { faults: refused.faults })}
        refusal={refused.refusal}
      >
        <p>You play the payer and the payer&rsquo;s bank of the sandbox gateway. No real money moves.</p>
        <SelectField
          path="reason"
          label="Reason"
          choices={reasons.map(([value, label]) => ({ value, label }))}
        />
        <DecimalField
          path="amount"
          label="Amount"
          suffix={amount.currency}
          hint="Left empty, all that is left."
        />
      </Form>
    </Dialog>
  );
}
