import { Radio, TextInput } from "@mantine/core";
import { faultOf } from "@quittance/client/faultOf.ts";
import { SelectField } from "@quittance/ui/fields.tsx";
import { useState } from "react";
import { useMutation } from "urql";
import { graphql } from "../gql";
import type { PaymentMethodKind, RefundCover } from "../gql/graphql.ts";
import { offlineMethods } from "./offlineMethods.ts";
import { ReasonDialog } from "./ReasonDialog.tsx";
import { RefundPlan } from "./RefundPlan.tsx";

const RefundPayment = graphql(`
  mutation RefundPayment($input: RefundPaymentInput!) {
    refundPayment(input: $input) {
      __typename
      ... on RefundBegun {
        refund {
          id
          status
          payment {
            id
          }
        }
      }
      ... on RefundTooMuch {
        message
      }
      ... on NotRefundable {
        message
      }
      ... on InvoiceTakenOver {
        message
      }
      ... on MoreThanLeft {
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
  payment: { id: string; method: PaymentMethodKind; methodLabel: string; amount: { currency: string } };
  onClose: () => void;
};

/** Refunds a payment, wholly or in part, after showing what that takes. */
export function RefundDialog({ payment: { id, method, methodLabel, amount: paid }, onClose }: Props) {
  const [amount, setAmount] = useState("");
  const [cover, setCover] = useState<RefundCover>("CREDIT_NOTE");
  const [way, setWay] = useState<PaymentMethodKind>(method);
  const [, refund] = useMutation(RefundPayment);
  const asked = amount.trim() === "" ? undefined : { amount: amount.trim(), currency: paid.currency };
  return (
    <ReasonDialog
      title="Refund payment"
      submit={way === "CARD" ? "Refund to the card" : "Begin refund"}
      hint="Printed on the refund, and on credit notes."
      onClose={onClose}
      onSubmit={async (reason, idempotencyKey) => {
        const { data, error } = await refund({
          input: {
            paymentId: id,
            ...(asked && { amount: asked }),
            cover,
            method: way,
            reason,
            idempotencyKey,
          },
        });
        if (!data) return { refusal: (error && faultOf(error).reason) ?? "No answer came. Try again." };
        const answer = data.refundPayment;
        switch (answer.__typename) {
          case "RefundBegun":
            return undefined;
          case "RefundTooMuch":
          case "NotRefundable":
          case "InvoiceTakenOver":
          case "MoreThanLeft":
          case "KeyReused":
            return { refusal: answer.message };
          case "InvalidInput":
            return { faults: answer.fields };
        }
      }}
    >
      <TextInput
        label="Amount (optional)"
        description="Left empty, all that can be refunded."
        inputMode="decimal"
        value={amount}
        onChange={(event) => setAmount(event.currentTarget.value)}
        rightSection={<span>{paid.currency}</span>}
        rightSectionWidth={56}
      />
      <SelectField
        path="method"
        label="Goes back by"
        required
        value={way}
        onChange={(chosen) => setWay(chosen as PaymentMethodKind)}
        choices={
          method === "CARD" ? [{ value: "CARD", label: methodLabel }, ...offlineMethods] : offlineMethods
        }
      />
      <Radio.Group label="Where it has paid invoices" value={cover} onChange={(chosen) => setCover(chosen)}>
        <div style={{ display: "grid", gap: 12, marginTop: 8 }}>
          <Radio value="CREDIT_NOTE" label="Credit note" description="The invoices stay paid." />
          <Radio value="REOPEN" label="Reopen" description="The invoices owe it again." />
        </div>
      </Radio.Group>
      <RefundPlan paymentId={id} amount={asked} cover={cover} />
    </ReasonDialog>
  );
}
