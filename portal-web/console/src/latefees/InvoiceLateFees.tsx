import { Day } from "@quittance/ui/Day.tsx";
import { Money } from "@quittance/ui/Money.tsx";
import { Notice } from "@quittance/ui/Notice.tsx";
import { Link } from "wouter";
import { getFragmentData, graphql, type FragmentType } from "../gql";
import { daysText } from "./daysText.ts";

const InvoiceLateFeesFields = graphql(`
  fragment InvoiceLateFees on Invoice {
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
      net {
        amount
        currency
      }
      feeInvoice {
        id
        number
      }
    }
  }
`);

/** Says of an invoice that it bills a late fee, or which ones it bears. */
export function InvoiceLateFees({
  invoice: masked,
}: {
  invoice: FragmentType<typeof InvoiceLateFeesFields>;
}) {
  const { lateFee, lateFees } = getFragmentData(InvoiceLateFeesFields, masked);
  return (
    <>
      {lateFee && (
        <Notice quiet title={`Late fee for invoice ${lateFee.lateInvoice.number ?? ""}`}>
          <span>
            On <Day value={lateFee.madeOn} /> <InvoiceLink {...lateFee.lateInvoice} /> was{" "}
            {daysText(lateFee.days)} overdue, with <Money {...lateFee.due} /> still to pay.{" "}
            {lateFee.waived ? "The fee was waived." : "Credited, the fee is waived: it is not made again."}
          </span>
        </Notice>
      )}
      {lateFees.length > 0 && (
        <Notice
          quiet
          tone={lateFees.every(({ waived }) => waived) ? "notice" : "attention"}
          title={lateFees.length === 1 ? "Bears a late fee" : `Bears ${lateFees.length} late fees`}
        >
          {lateFees.map(({ id, madeOn, days, net, feeInvoice, waived }) => (
            <span key={id}>
              <Money {...net} /> on <Day value={madeOn} />, {daysText(days)} after the due date, by invoice{" "}
              <InvoiceLink {...feeInvoice} />.{waived && " It was waived."}
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
