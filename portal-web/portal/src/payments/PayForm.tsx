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
import { CardEntry, offeredCards } from "./CardEntry.ts";
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
  const cards = offeredCards(getFragmentData(CardChoiceFields, options));
  const kept = getFragmentData(MethodChoiceFields, methods);
  const card = props.card ?? kept[0]?.id ?? cards[0];
  const isKept = kept.some(({ id }) => id === card);
  const [keepCard, setKeepCard] = useState(false);
  // A lost answer is asked for again with the same key; after an answer the next try is a new act.
  const [key, setKey] = useState(newKey);
  const [first] = useState(toCharge);
  const [entry] = useState(() => new CardEntry());
  const [reading, setReading] = useState(false);
  const [unfit, setUnfit] = useState<string>();
  const [{ fetching }, pay] = useMutation(PayInvoices);
  const byCredit = isZero(toCharge);

  const source = async () => {
    if (byCredit || card === undefined) return {};
    if (isKept) return { methodId: card };
    setReading(true);
    const entered = await entry.token(card);
    setReading(false);
    setUnfit(entered.kind === "refused" ? entered.message : undefined);
    return entered.kind === "token" ? { cardToken: entered.token, keepCard } : undefined;
  };
  const send = async () => {
    const paidWith = await source();
    if (!paidWith) return;
    const { data, error } = await pay({
      input: {
        invoiceIds: [...invoiceIds],
        ...(part && { amount: part }),
        ...paidWith,
        quoteToken: token,
        idempotencyKey: key,
      },
    });
    if (data) {
      setKey(newKey());
      entry.forget();
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
      {unfit && <Notice tone="negative">{unfit}</Notice>}
      {first.amount !== toCharge.amount && (
        <Notice>
          To pay was {moneyText(first)} when you opened this; it is {moneyText(toCharge)} now.
        </Notice>
      )}
      <PaymentQuote quote={quote} />
      {!byCredit && kept.length > 0 && (
        <MethodChoice methods={methods} value={card ?? ""} onChange={onCard} />
      )}
      {!byCredit && cards.length > 0 && (
        <CardChoice options={options} value={card ?? ""} onChange={onCard} entry={entry} />
      )}
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
        <Button
          loading={fetching || reading}
          disabled={!byCredit && card === undefined}
          onClick={() => void send()}
        >
          {byCredit ? "Pay with credit" : `Pay ${moneyText(toCharge)}`}
        </Button>
      </DialogActions>
    </div>
  );
}
