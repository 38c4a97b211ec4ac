import { Dialog } from "@quittance/ui/Dialog.tsx";
import type { Amount } from "@quittance/ui/Money.tsx";
import { useState } from "react";
import type { FragmentType } from "../gql";
import { BankStep } from "./BankStep.tsx";
import type { Outcome, Refused } from "./outcome.ts";
import { PayOutcome, PayUnderWay } from "./PayOutcome.tsx";
import type { Asked } from "./Paying.tsx";
import { PayQuoted } from "./PayQuoted.tsx";
import type { PaymentQuoteFields } from "./PaymentQuote.tsx";
import { Step } from "./Step.tsx";

type Props = Asked & { onClose: () => void };

type Shown = Exclude<Outcome, { kind: "stale" } | Refused> | { kind: "form" };

const titles: Record<Shown["kind"], string> = {
  form: "Pay",
  bank: "Confirm with your bank",
  processing: "Payment under way",
  paid: "Thank you",
};

/** The one dialog in which invoices are paid: what is taken, with which card, the bank's step, and the outcome. */
export default function PayDialog({ invoiceIds, begun, onClose }: Props) {
  const [shown, setShown] = useState<Shown>(() => (begun && shownAfter(begun)) ?? { kind: "form" });
  const [refused, setRefused] = useState(begun?.kind === "refused" ? begun : undefined);
  const [fresh, setFresh] = useState<FragmentType<typeof PaymentQuoteFields>>();
  const [part, setPart] = useState<Amount>();
  // Kept here, so that it is still chosen when the bank's step did not lead to the end.
  const [card, setCard] = useState<string>();

  const take = (outcome: Outcome) => {
    setShown(shownAfter(outcome) ?? { kind: "form" });
    setRefused(outcome.kind === "refused" ? outcome : undefined);
    if (outcome.kind === "stale") {
      setFresh(outcome.quote);
      setRefused({ kind: "refused", message: outcome.message });
    }
  };

  const content = () => {
    switch (shown.kind) {
      case "paid":
        return <PayOutcome outcome={shown} onClose={onClose} />;
      case "processing":
        return <PayUnderWay paymentId={shown.paymentId} onClose={onClose} />;
      case "bank":
        return <BankStep {...shown} onOutcome={take} />;
      case "form":
        return (
          <PayQuoted
            invoiceIds={invoiceIds}
            fresh={fresh}
            part={part}
            onPart={(chosen) => {
              setPart(chosen);
              setFresh(undefined);
              setRefused(undefined);
            }}
            card={card}
            onCard={setCard}
            refused={refused}
            onOutcome={take}
            onCancel={onClose}
          />
        );
    }
  };
  return (
    <Dialog opened onClose={onClose} title={titles[shown.kind]}>
      <Step name={shown.kind}>{content()}</Step>
    </Dialog>
  );
}

/** What is shown next; undefined when it is the form again. */
function shownAfter(outcome: Outcome): Shown | undefined {
  return outcome.kind === "stale" || outcome.kind === "refused" ? undefined : outcome;
}
