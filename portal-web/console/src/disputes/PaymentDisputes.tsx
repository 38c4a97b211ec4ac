import { Day } from "@quittance/ui/Day.tsx";
import { Money } from "@quittance/ui/Money.tsx";
import { RowTable } from "@quittance/ui/RowTable.tsx";
import { StatusBadge } from "@quittance/ui/StatusBadge.tsx";
import { Section } from "@quittance/ui/Thing.tsx";
import { getFragmentData, graphql, type FragmentType } from "../gql";
import { EvidenceDue } from "./EvidenceDue.tsx";
import { disputeReasons } from "./reasons.ts";

const PaymentDispute = graphql(`
  fragment PaymentDispute on Dispute {
    id
    state
    reason
    openedOn
    evidenceDueOn
    amount {
      amount
      currency
    }
  }
`);

/** The disputes of a payment. */
export function PaymentDisputes({ disputes }: { disputes: readonly FragmentType<typeof PaymentDispute>[] }) {
  return (
    <Section title="Disputes">
      <RowTable
        bare
        label="Disputes of this payment"
        rows={getFragmentData(PaymentDispute, disputes)}
        rowKey={({ id }) => id}
        href={({ id }) => `/disputes/${id}`}
        columns={[
          { header: "Reason", cell: ({ reason }) => disputeReasons[reason] },
          { header: "Status", cell: ({ state }) => <StatusBadge status={state} /> },
          { header: "Opened", cell: ({ openedOn }) => <Day value={openedOn} /> },
          { header: "Evidence until", cell: (dispute) => <EvidenceDue {...dispute} /> },
          { header: "Amount", end: true, card: "beside", cell: ({ amount }) => <Money {...amount} /> },
        ]}
      />
    </Section>
  );
}
