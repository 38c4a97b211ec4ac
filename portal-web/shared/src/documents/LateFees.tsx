import { Day, dayCountText } from "@quittance/ui/Day.tsx";
import { Money } from "@quittance/ui/Money.tsx";
import { Notice } from "@quittance/ui/Notice.tsx";
import { Link } from "wouter";
import { getFragmentData, graphql, type FragmentType } from "../gql";
import type { Reader } from "../Reader.ts";

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
      net {
        amount
        currency
      }
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

type Props = { invoice: FragmentType<typeof LateFeesFields>; reader: Reader };

/** Says of an invoice that it bills a late fee, or which ones it bears. */
export function LateFees({ invoice, reader }: Props) {
  const { lateFee, lateFees } = getFragmentData(LateFeesFields, invoice);
  const { afterBilled, bears, waived: wasWaived } = words[reader];
  const after = lateFee && afterBilled(lateFee.waived);
  return (
    <>
      {lateFee && (
        <Notice quiet title={`Late fee for invoice ${lateFee.lateInvoice.number ?? ""}`}>
          <span>
            On <Day value={lateFee.madeOn} /> <InvoiceLink {...lateFee.lateInvoice} /> was{" "}
            {dayCountText(lateFee.days)} overdue, with <Money {...lateFee.due} /> still to pay.
            {after && ` ${after}`}
          </span>
        </Notice>
      )}
      {lateFees.length > 0 && (
        <Notice
          quiet
          tone={lateFees.every(({ waived }) => waived) ? "notice" : "attention"}
          title={bears(lateFees.length)}
        >
          {lateFees.map(({ id, madeOn, days, net, feeInvoice, waived }) => (
            <span key={id}>
              <Money {...(reader === "staff" ? net : feeInvoice.total)} /> on <Day value={madeOn} />,{" "}
              {dayCountText(days)} after the due date, by invoice <InvoiceLink {...feeInvoice} />.
              {waived && ` ${wasWaived}`}
            </span>
          ))}
        </Notice>
      )}
    </>
  );
}

/** What each reader is told in words of their own. */
const words = {
  customer: {
    afterBilled: (waived: boolean) => waived && "This fee was given back.",
    bears: (fees: number) =>
      fees === 1
        ? "A late fee was charged for this invoice"
        : `${fees} late fees were charged for this invoice`,
    waived: "It was given back.",
  },
  staff: {
    afterBilled: (waived: boolean) =>
      waived ? "The fee was waived." : "Credited, the fee is waived: it is not made again.",
    bears: (fees: number) => (fees === 1 ? "Bears a late fee" : `Bears ${fees} late fees`),
    waived: "It was waived.",
  },
};

function InvoiceLink({ id, number }: { id: string; number: string | null }) {
  return <Link href={`/invoices/${id}`}>{number}</Link>;
}
