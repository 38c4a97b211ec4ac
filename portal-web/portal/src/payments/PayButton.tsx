import { Button } from "@mantine/core";
import { moneyText, type Amount } from "@quittance/ui/Money.tsx";
import { lazy, Suspense, useState } from "react";
import { useMay } from "../app/viewer.ts";

const PayDialog = lazy(() => import("./PayDialog.tsx"));

type Props = {
  /** All of one currency. */
  invoiceIds: readonly string[];
  /** What is paid, for those who hear the button: an invoice's number, "all outstanding invoices". */
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
  const [open, setOpen] = useState(false);
  if (!mayPay) return null;
  return (
    <>
      <Button
        variant={quiet ? "light" : "filled"}
        aria-label={`${verb}: ${what}`}
        onClick={() => setOpen(true)}
        {...(quiet && { size: "compact-md" })}
      >
        {amount ? `${verb} · ${moneyText(amount)}` : verb}
      </Button>
      {open && (
        <Suspense>
          <PayDialog invoiceIds={invoiceIds} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
