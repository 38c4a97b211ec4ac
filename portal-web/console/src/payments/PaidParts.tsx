import { Day } from "@quittance/ui/Day.tsx";
import { Money } from "@quittance/ui/Money.tsx";
import { RowTable } from "@quittance/ui/RowTable.tsx";
import { Section } from "@quittance/ui/Thing.tsx";
import { Link } from "wouter";
import { useMay } from "../app/viewer.ts";
import { getFragmentData, graphql, type FragmentType } from "../gql";
import type { PaidPartFragment as Part } from "../gql/graphql.ts";
import { UndoAllocation } from "./UndoAllocation.tsx";

const PaidPart = graphql(`
  fragment PaidPart on Allocation {
    id
    madeOn
    amount {
      amount
      currency
    }
    payment {
      id
      number
      methodLabel
    }
    creditNote {
      id
      number
    }
  }
`);

type Props = { invoice: string; parts: readonly FragmentType<typeof PaidPart>[] };

/** What pays an invoice: money, credit notes, account credit. */
export function PaidParts({ invoice, parts }: Props) {
  const mayUndo = useMay("PAYMENT_WRITE");
  return (
    <Section title="Paid by">
      <RowTable
        bare
        label={`What pays ${invoice}`}
        rows={getFragmentData(PaidPart, parts)}
        rowKey={({ id }) => id}
        columns={[
          { header: "From", cell: (part) => <From part={part} /> },
          { header: "Day", cell: ({ madeOn }) => <Day value={madeOn} /> },
          { header: "Amount", end: true, card: "beside", cell: ({ amount }) => <Money {...amount} /> },
        ]}
        {...(mayUndo && { action: (part: Part) => <UndoAllocation allocation={part} invoice={invoice} /> })}
      />
    </Section>
  );
}

function From({ part: { payment, creditNote } }: { part: Part }) {
  if (payment)
    return (
      <Link href={`/payments/${payment.id}`}>
        {payment.number ?? "Payment"} · {payment.methodLabel}
      </Link>
    );
  return creditNote ? `Credit note ${creditNote.number}` : "Account credit";
}
