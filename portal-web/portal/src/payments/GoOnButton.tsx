import { Button } from "@mantine/core";
import type { Outcome } from "./outcome.ts";
import { useContinuePayment } from "./useContinuePayment.ts";

type Props = { paymentId: string; onOutcome: (outcome: Outcome) => void; primary?: boolean };

/** Leads back to the confirmation step of the bank, where a payment was left there. */
export function GoOnButton({ paymentId, onOutcome, primary = false }: Props) {
  const [asking, ask] = useContinuePayment();
  return (
    <Button
      variant={primary ? "filled" : "default"}
      loading={asking}
      onClick={() => void ask(paymentId).then(onOutcome)}
    >
      Confirm with your bank
    </Button>
  );
}
