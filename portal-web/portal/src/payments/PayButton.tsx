import { Button } from "@mantine/core";
import { moneyText, type Amount } from "@quittance/ui/Money.tsx";
import { useMay } from "../app/viewer.ts";
import { usePay } from "./Paying.tsx";

type Props = {
  /** All of one currency. */
  invoiceIds: readonly string[];
  /** What is paid, for those who hear the button: an invoice's number, "3 invoices". */
  what: string;
  /** Shown on the button. */
  amount?: Amount;
  verb?: string;
  /** In a row, beside others of its kind. */
  quiet?: boolean;
};

/** Starts the one way to pay, from wherever it is. Contacts who may only read don't see it. */
export function PayButton({ invoiceIds, what, amount, verb = "Pay now", quiet = false }: Props) {
  const mayPay = useMay("CONTACT_BILLING");
  const pay = usePay();
  if (!mayPay) return null;
  const words = amount ? `${verb} · ${moneyText(amount)}` : verb;
  return (
    <Button
      variant={quiet ? "light" : "filled"}
      aria-label={`${words}: ${what}`}
      onClick={() => pay({ invoiceIds })}
      {...(quiet && { size: "compact-sm" })}
    >
      {words}
    </Button>
  );
}
