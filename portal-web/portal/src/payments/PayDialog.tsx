import { Dialog } from "@quittance/ui/Dialog.tsx";
import { Failure } from "@quittance/ui/Failure.tsx";
import { LoadingCard } from "@quittance/ui/Loading.tsx";
import { useState } from "react";
import { useQuery } from "urql";
import { faultOf } from "../app/faultOf.ts";
import { graphql, type FragmentType } from "../gql";
import { BankStep } from "./BankStep.tsx";
import { PayForm } from "./PayForm.tsx";
import { PayOutcome } from "./PayOutcome.tsx";
import type { PaymentQuoteFields } from "./PaymentQuote.tsx";
import type { Finished, Outcome } from "./outcome.ts";

const PayDialogQuery = graphql(`
  query PayDialog($input: PreviewPaymentInput!) {
    previewPayment(input: $input) {
      ...PaymentQuote
    }
    viewer {
      id
      customer {
        id
        paymentOptions {
          ...CardChoice
        }
      }
    }
  }
`);

type Props = { invoiceIds: readonly string[]; onClose: () => void };

/** The one dialog in which invoices are paid: what is taken, with which card, the bank's step, and the outcome. */
export default function PayDialog({ invoiceIds, onClose }: Props) {
  const [{ data, error }, ask] = useQuery({
    query: PayDialogQuery,
    variables: { input: { invoiceIds: [...invoiceIds] } },
    requestPolicy: "network-only",
  });
  const [fresh, setFresh] = useState<FragmentType<typeof PaymentQuoteFields>>();
  const [bank, setBank] = useState<{ paymentId: string; actionUrl: string }>();
  const [finished, setFinished] = useState<Finished>();
  const [refusal, setRefusal] = useState<string>();

  const take = (outcome: Outcome) => {
    setBank(undefined);
    setRefusal(undefined);
    switch (outcome.kind) {
      case "finished":
        return setFinished(outcome);
      case "bank":
        return setBank(outcome);
      case "stale":
        setFresh(outcome.quote);
        return setRefusal(outcome.message);
      case "refused":
        return setRefusal(outcome.message);
    }
  };

  const content = () => {
    if (finished) return <PayOutcome outcome={finished} onClose={onClose} />;
    if (bank) return <BankStep {...bank} onOutcome={take} />;
    if (error)
      return (
        <Failure
          what="What is to be paid could not be computed."
          fault={faultOf(error)}
          onRetry={() => ask({ requestPolicy: "network-only" })}
        />
      );
    if (!data) return <LoadingCard lines={6} />;
    return (
      <PayForm
        invoiceIds={invoiceIds}
        quote={fresh ?? data.previewPayment}
        options={data.viewer?.customer?.paymentOptions ?? []}
        refusal={refusal}
        onOutcome={take}
        onCancel={onClose}
      />
    );
  };
  return (
    <Dialog opened onClose={onClose} title={finished ? "Thank you" : "Pay"}>
      {content()}
    </Dialog>
  );
}
