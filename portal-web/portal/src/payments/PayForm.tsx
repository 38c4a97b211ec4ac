import { Button, Checkbox } from "@mantine/core";
import { DialogActions } from "@quittance/ui/Dialog.tsx";
import { isZero, moneyText, type Amount } from "@quittance/ui/Money.tsx";
import { newKey } from "@quittance/ui/newKey.ts";
import { Notice } from "@quittance/ui/Notice.tsx";
import { useState } from "react";
import { useMutation } from "urql";
import { faultOf } from "@quittance/client/faultOf.ts";
import { getFragmentData, graphql, type FragmentType } from "../gql";
import { CardChoice, CardChoiceFields } from "./CardChoice.tsx";
import { GoOnButton } from "./GoOnButton.tsx";
import { MethodChoice, MethodChoiceFields } from "./MethodChoice.tsx";
import { outcomeOf, type Outcome, type Refused } from "./outcome.ts";
import { PaymentQuote, PaymentQuoteFields } from "./PaymentQuote.tsx";
import styles from "./PaymentQuote.module.css";

const PayInvoices = graphql(`
  mutation PayInvoices($input: PayInvoicesInput!, $invoices: Boolean = true) {
    payInvoices(input: $input) {
      ...PayOutcome
    }
  }
`);

type Props = {
  invoiceIds: readonly string[];
  /** How much is to be paid, where it is not all. */
  part: Amount | undefined;
  quote: FragmentType<typeof PaymentQuoteFields>;
  methods: readonly FragmentType<typeof MethodChoiceFields>[];
  options: readonly FragmentType<typeof CardChoiceFields>[];
  /** The method or card chosen before, if one was. */
  card: string | undefined;
  onCard: (token: string) => void;
  refused: Refused | undefined;
  onOutcome: (outcome: Outcome) => void;
  onCancel: () => void;
};

/** What is paid, the card, and the button that carries the amount. */
export function PayForm(props: Props) {
  const { invoiceIds, part, quote, methods, options, onCard, refused, onOutcome, onCancel } = props;
  const { token, toCharge, invoices } = getFragmentData(PaymentQuoteFields, quote);
  const cards = getFragmentData(CardChoiceFields, options).flatMap(({ testCards }) => testCards);
  const kept = getFragmentData(MethodChoiceFields, methods);
  const card = props.card ?? kept[0]?.id ?? cards[0]?.token;
  const isKept = kept.some(({ id }) => id === card);
  const [keepCard, setKeepCard] = useState(false);
  // A lost answer is asked for again with the same key; after an answer the next try is a new act.
  const [key, setKey] = useState(newKey);
  const [first] = useState(toCharge);
  const [{ fetching }, pay] = useMutation(PayInvoices);
  const byCredit = isZero(toCharge);

  const send = async () => {
    const { data, error } = await pay({
      input: {
        invoiceIds: [...invoiceIds],
        ...(part && { amount: part }),
        ...(!byCredit && card !== undefined && (isKept ? { methodId: card } : { cardToken: card, keepCard })),
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

  if (invoices.length === 0)
    return (
      <div className={styles.stack}>
        <Notice tone="positive">There is nothing left to pay on these invoices.</Notice>
        <DialogActions>
          <Button onClick={onCancel}>Close</Button>
        </DialogActions>
      </div>
    );
  return (
    <div className={styles.stack}>
      {refused && (
        <Notice
          tone={refused.waiting ? "attention" : "negative"}
          action={refused.waiting && <GoOnButton paymentId={refused.waiting} onOutcome={onOutcome} />}
        >
          {refused.message}
        </Notice>
      )}
      {first.amount !== toCharge.amount && (
        <Notice>
          To pay was {moneyText(first)} when you opened this; it is {moneyText(toCharge)} now.
        </Notice>
      )}
      <PaymentQuote quote={quote} />
      {!byCredit && kept.length > 0 && (
        <MethodChoice methods={methods} value={card ?? ""} onChange={onCard} />
      )}
      {!byCredit && cards.length > 0 && <CardChoice options={options} value={card ?? ""} onChange={onCard} />}
      {!byCredit && cards.length > 0 && !isKept && (
        <Checkbox
          label="Keep this card for future payments"
          checked={keepCard}
          onChange={(event) => setKeepCard(event.currentTarget.checked)}
        />
      )}
      {!byCredit && cards.length === 0 && kept.length === 0 && (
        <Notice tone="attention" quiet>
          There is no way to pay online yet. Please pay by bank transfer as the invoice says.
        </Notice>
      )}
      <DialogActions>
        <Button variant="default" onClick={onCancel}>
          Cancel
        </Button>
        <Button loading={fetching} disabled={!byCredit && card === undefined} onClick={() => void send()}>
          {byCredit ? "Pay with credit" : `Pay ${moneyText(toCharge)}`}
        </Button>
      </DialogActions>
    </div>
  );
}
