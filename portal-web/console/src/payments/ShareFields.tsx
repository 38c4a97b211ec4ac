import { DecimalField } from "@quittance/ui/fields.tsx";
import type { FormValues } from "@quittance/ui/FormValues.ts";
import { moneyText, type Amount } from "@quittance/ui/Money.tsx";
import type { AllocationShareInput } from "../gql/graphql.ts";

type Share = { invoice: { id: string; number?: string | null | undefined }; due: Amount; amount: Amount };

/** How an amount is spread over invoices: as the server suggests, to be changed. */
export function ShareFields({ shares }: { shares: readonly Share[] }) {
  return (
    <div role="group" aria-label="Spread over invoices" style={{ display: "grid", gap: 12 }}>
      {shares.map(({ invoice, due, amount }) => (
        <DecimalField
          key={`${invoice.id} ${amount.amount}`}
          path={pathOf(invoice.id)}
          label={invoice.number ?? "Invoice"}
          hint={`${moneyText(due)} is due.`}
          value={amount.amount}
          suffix={amount.currency}
        />
      ))}
    </div>
  );
}

/** What was entered; invoices that get nothing are left out. */
export function enteredShares(values: FormValues, shares: readonly Share[]): AllocationShareInput[] {
  return shares
    .map(({ invoice, amount: { currency } }) => ({
      invoiceId: invoice.id,
      amount: { amount: values.text(pathOf(invoice.id)), currency },
    }))
    .filter(({ amount: { amount } }) => /[1-9]/.test(amount));
}

function pathOf(invoice: string): string {
  return `share.${invoice}`;
}
