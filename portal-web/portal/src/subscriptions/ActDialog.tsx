import { Button } from "@mantine/core";
import { Dialog, DialogActions } from "@quittance/ui/Dialog.tsx";
import { Failure } from "@quittance/ui/Failure.tsx";
import { LoadingCard } from "@quittance/ui/Loading.tsx";
import { isZero, moneyText } from "@quittance/ui/Money.tsx";
import { Notice } from "@quittance/ui/Notice.tsx";
import { faultOf } from "@quittance/client/faultOf.ts";
import type { ReactNode } from "react";
import type { CombinedError } from "urql";
import { getFragmentData, type FragmentType } from "../gql";
import { ActQuote, ActQuoteFields, isCredit, positive } from "./ActQuote.tsx";
import styles from "./ActQuote.module.css";
import type { Acting } from "./useActing.ts";

type Props = {
  title: string;
  /** What is asked before it: when, until when. */
  children?: ReactNode;
  /** What it bills or credits; undefined while it is computed. */
  preview: { quote: FragmentType<typeof ActQuoteFields> | undefined; error?: CombinedError | undefined };
  onRetry: () => void;
  /** Whether something is still to be chosen, so that there is nothing to compute. */
  incomplete?: boolean;
  acting: Acting;
  /** The outcome as a verb; an amount is added to it. */
  confirm: string;
  /** How to leave it as it is. */
  keep: string;
  danger?: boolean;
  onClose: () => void;
};

/** An act on a subscription: what is chosen, what it costs or credits, and the button that carries the amount. */
export function ActDialog(props: Props) {
  const {
    title,
    children,
    preview,
    onRetry,
    incomplete = false,
    acting,
    confirm,
    keep,
    danger,
    onClose,
  } = props;
  const quote = acting.fresh ?? preview.quote;
  return (
    <Dialog opened onClose={onClose} title={title}>
      <div className={styles.stack}>
        {acting.refusal && <Notice tone="negative">{acting.refusal}</Notice>}
        {children}
        {preview.error && !quote && (
          <Failure
            what="What it costs could not be computed."
            fault={faultOf(preview.error)}
            onRetry={onRetry}
          />
        )}
        {!incomplete && !preview.error && (quote ? <ActQuote quote={quote} /> : <LoadingCard lines={3} />)}
      </div>
      <DialogActions>
        <Button variant="default" onClick={onClose}>
          {keep}
        </Button>
        <Button
          loading={acting.busy}
          disabled={incomplete || !quote}
          onClick={() => void acting.act(getFragmentData(ActQuoteFields, quote)?.token)}
          {...(danger && { color: "var(--danger-fill)" })}
        >
          {words(confirm, quote)}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function words(confirm: string, masked: FragmentType<typeof ActQuoteFields> | undefined): string {
  const total = getFragmentData(ActQuoteFields, masked)?.total;
  if (!total || isZero(total)) return confirm;
  return isCredit(total)
    ? `${confirm}, get ${moneyText(positive(total))} credited`
    : `${confirm} for ${moneyText(total)}`;
}
