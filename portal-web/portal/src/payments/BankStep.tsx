import { Button } from "@mantine/core";
import { DialogActions } from "@quittance/ui/Dialog.tsx";
import { useRef } from "react";
import { useMutation } from "urql";
import { faultOf } from "../app/faultOf.ts";
import { graphql } from "../gql";
import { outcomeOf, type Outcome } from "./outcome.ts";
import styles from "./PaymentQuote.module.css";

const ContinuePayment = graphql(`
  mutation ContinuePayment($input: ContinuePaymentInput!) {
    continuePayment(input: $input) {
      ...PayOutcome
    }
  }
`);

type Props = { paymentId: string; actionUrl: string; onOutcome: (outcome: Outcome) => void };

/** The confirmation step of the payer's bank, inside the page. Goes on by itself when the bank's page has moved on. */
export function BankStep({ paymentId, actionUrl, onOutcome }: Props) {
  const pages = useRef(0);
  const [{ fetching }, goOn] = useMutation(ContinuePayment);

  const ask = async () => {
    const { data, error } = await goOn({ input: { paymentId } });
    if (data) onOutcome(outcomeOf(data.continuePayment));
    else if (error)
      onOutcome({
        kind: "refused",
        message: faultOf(error).reason ?? "The bank's answer could not be read.",
      });
  };
  const loaded = () => {
    pages.current += 1;
    if (pages.current > 1) void ask();
  };
  return (
    <div className={styles.stack}>
      <p>Your bank wants you to confirm this payment.</p>
      <iframe className={styles.frame} src={actionUrl} title="Your bank's confirmation" onLoad={loaded} />
      <DialogActions>
        <Button variant="default" loading={fetching} onClick={() => void ask()}>
          I have confirmed
        </Button>
      </DialogActions>
    </div>
  );
}
