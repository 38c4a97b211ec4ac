import { Day } from "@quittance/ui/Day.tsx";
import { Money } from "@quittance/ui/Money.tsx";
import { Notice } from "@quittance/ui/Notice.tsx";
import { Link } from "wouter";
import { getFragmentData, graphql, type FragmentType } from "../gql";

const LateFeesFields = graphql(`
  fragment LateFees on Invoice {
    id
    lateFee {
      id
      madeOn
      days
      waived
      due {
        amount
        currency
      }
      lateInvoice {
        id
        number
      }
    }
    lateFees {
      id
      madeOn
      days
      waived
      feeInvoice {
        id
        number
        total {
          amount
          currency
        }
      }
    }
  }
`);

/** Says of an invoice that it is a late fee, or which ones it bears. */
export function LateFees({ invoice: masked }: { invoice: FragmentType<typeof LateFeesFields> }) {
  const { lateFee, lateFees } = getFragmentData(LateFeesFields, masked);
  return (
    <>
      {lateFee && (
        <Notice quiet title={`Late fee for invoice ${lateFee.lateInvoice.number ?? ""}`}>
          <span>
            On <Day value={lateFee.madeOn} /> <InvoiceLink {...lateFee.lateInvoice} /> was{" "}
            {daysText(lateFee.days)} overdue, with <Money {...lateFee.due} /> still to pay.
            {lateFee.waived && " This fee was given back."}
          </span>
        </Notice>
      )}
      {lateFees.length > 0 && (
        <Notice
          quiet
          tone={lateFees.every(({ waived }) => waived) ? "notice" : "attention"}
          title={
            lateFees.length === 1
              ? "A late fee was charged for this invoice"
              : `${lateFees.length} late fees were charged for this invoice`
          }
        >
          {lateFees.map(({ id, madeOn, days, feeInvoice, waived }) => (
            <span key={id}>
              <Money {...feeInvoice.total} /> on <Day value={madeOn} />, {daysText(days)} after the due date,
              by invoice <InvoiceLink {...feeInvoice} />.{waived && " It was given back."}
            </span>
          ))}
        </Notice>
      )}
    </>
  );
}

function InvoiceLink({ id, number }: { id: string; number: string | null }) {
  return <Link href={`/invoices/${id}`}>{number}</Link>;
}

function daysText(days: number): string {
  return days === 1 ? "1 day" : `${days} days`;
}
