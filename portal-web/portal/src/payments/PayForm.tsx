import { Button } from "@mantine/core";
import { DialogActions } from "@quittance/ui/Dialog.tsx";
import { moneyText } from "@quittance/ui/Money.tsx";
import { newKey } from "@quittance/ui/newKey.ts";
import { Notice } from "@quittance/ui/Notice.tsx";
import { useState } from "react";
import { useMutation } from "urql";
import { faultOf } from "../app/faultOf.ts";
import { getFragmentData, graphql, type FragmentType } from "../gql";
import { CardChoice, CardChoiceFields } from "./CardChoice.tsx";
import { outcomeOf, type Outcome } from "./outcome.ts";
import { PaymentQuote, PaymentQuoteFields } from "./PaymentQuote.tsx";
import styles from "./PaymentQuote.module.css";

const PayInvoices = graphql(`
  mutation PayInvoices($input: PayInvoicesInput!) {
    payInvoices(input: $input) {
      ...PayOutcome
    }
  }
`);

type Props = {
  invoiceIds: readonly string[];
  quote: FragmentType<typeof PaymentQuoteFields>;
  options: readonly FragmentType<typeof CardChoiceFields>[];
  refusal: string | undefined;
  onOutcome: (outcome: Outcome) => void;
  onCancel: () => void;
};

/** What is paid, the card, and the button that carries the amount. */
export function PayForm({ invoiceIds, quote, options, refusal, onOutcome, onCancel }: Props) {
  const { token, toCharge } = getFragmentData(PaymentQuoteFields, quote);
  const offered = getFragmentData(CardChoiceFields, options);
  const [card, setCard] = useState(offered[0]?.testCards[0]?.token ?? "");
  // A lost answer is asked for again with the same key; after an answer the next try is a new act.
  const [key, setKey] = useState(newKey);
  const [{ fetching }, pay] = useMutation(PayInvoices);
  const byCredit = /^0(\.0*)?$/.test(toCharge.amount);

  const send = async () => {
    const { data, error } = await pay({
      input: {
        invoiceIds: [...invoiceIds],
        ...(!byCredit && { cardToken: card }),
        quoteToken: token,
        idempotencyKey: key,
      },
    });
    if (data) {
      setKey(newKey());
      onOutcome(outcomeOf(data.payInvoices));
    } else if (error) {
      const { reason, errorId } = faultOf(error);
      onOutcome({
        kind: "refused",
        message: `No answer came. ${reason ?? ""} Nothing is charged twice when you try again.${errorId ? ` (Error ${errorId})` : ""}`,
      });
    }
  };

  return (
    <div className={styles.stack}>
      {refusal && <Notice tone="negative">{refusal}</Notice>}
      <PaymentQuote quote={quote} />
      {!byCredit && <CardChoice options={options} value={card} onChange={setCard} />}
      {!byCredit && offered.length === 0 && (
        <Notice tone="attention" quiet>
          There is no way to pay online yet. Please pay by bank transfer as the invoice says.
        </Notice>
      )}
      <DialogActions>
        <Button variant="default" onClick={onCancel}>
          Cancel
        </Button>
        <Button loading={fetching} disabled={!byCredit && card === ""} onClick={() => void send()}>
          {byCredit ? "Pay with credit" : `Pay ${moneyText(toCharge)}`}
        </Button>
      </DialogActions>
    </div>
  );
}
