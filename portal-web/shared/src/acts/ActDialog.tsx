import { Button } from "@mantine/core";
import { use, type ReactNode } from "react";
import { Dialog, DialogActions } from "@quittance/ui/Dialog.tsx";
import { Failure } from "@quittance/ui/Failure.tsx";
import { LoadingCard } from "@quittance/ui/Loading.tsx";
import { isZero, moneyText } from "@quittance/ui/Money.tsx";
import { Notice } from "@quittance/ui/Notice.tsx";
import type { Reader } from "../Reader.ts";
import styles from "./Acts.module.css";
import { ChargingFirst } from "./charging.ts";
import { isCredit, positive, type Acting, type Preview, type ShownQuote } from "./quote.ts";
import { QuoteView } from "./QuoteView.tsx";

type Props = {
  reader: Reader;
  title: string;
  /** What is asked before it: when, until when. */
  children?: ReactNode;
  preview: Preview;
  /** Whether something is still to be chosen, so that there is nothing to compute. */
  incomplete?: boolean;
  acting: Acting;
  /** The outcome as a verb; an amount is added to it. */
  confirm: string;
  /** How to leave it as it is. */
  keep: string;
  danger?: boolean;
  /** For many fields in two columns. */
  wide?: boolean;
  onClose: () => void;
};

/** An act on a subscription: what is chosen, what it costs or credits, and the button that carries the amount. */
export function ActDialog(props: Props) {
  const {
    reader,
    title,
    children,
    preview,
    incomplete = false,
    acting,
    confirm,
    keep,
    danger,
    wide = false,
    onClose,
  } = props;
  const charging = use(ChargingFirst);
  const quote = incomplete ? undefined : (acting.fresh ?? preview.quote);
  const refusal = acting.refusal ?? (incomplete ? undefined : preview.refusal);
  return (
    <Dialog opened onClose={onClose} title={title} {...(wide && { wide })}>
      <div className={styles.stack}>
        {children}
        {acting.refusal && acting.fresh && !acting.declined && (
          <Notice tone="attention" title="It costs something else by now">
            {acting.refusal}
          </Notice>
        )}
        {acting.declined && (
          <Notice tone="negative" title="Nothing was charged or changed" action={charging.anotherCard}>
            {acting.refusal}
          </Notice>
        )}
        {refusal && !acting.fresh && !acting.declined && <Notice tone="negative">{refusal}</Notice>}
        {!incomplete && preview.fault && !quote && (
          <Failure
            bare
            what="What it costs could not be computed."
            fault={preview.fault}
            onRetry={preview.retry}
          />
        )}
        {quote && <QuoteView quote={quote} reader={reader} />}
        {!incomplete && !quote && !preview.fault && !preview.refusal && <LoadingCard lines={3} />}
      </div>
      <div className={styles.foot}>
        <DialogActions>
          <Button variant="default" onClick={onClose}>
            {keep}
          </Button>
          <Button
            loading={acting.busy}
            disabled={!quote}
            onClick={() => void acting.act(quote?.token)}
            {...(danger && { color: "var(--danger-fill)" })}
          >
            {outcome(confirm, quote, reader)}
          </Button>
        </DialogActions>
      </div>
    </Dialog>
  );
}

function outcome(confirm: string, quote: ShownQuote | undefined, reader: Reader): string {
  if (!quote || isZero(quote.total)) return confirm;
  const amount = moneyText(positive(quote.total));
  if (quote.refund.amount === positive(quote.total).amount)
    return reader === "customer" ? `${confirm}, get ${amount} back` : `${confirm}, refund ${amount}`;
  if (isCredit(quote.total))
    return reader === "customer" ? `${confirm}, get ${amount} credited` : `${confirm}, credit ${amount}`;
  return reader === "customer" ? `${confirm} for ${amount}` : `${confirm}, bill ${amount}`;
}
