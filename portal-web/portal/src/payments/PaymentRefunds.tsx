import { Day } from "@quittance/ui/Day.tsx";
import { DownloadLink } from "@quittance/ui/DownloadLink.tsx";
import { Money } from "@quittance/ui/Money.tsx";
import { RowTable } from "@quittance/ui/RowTable.tsx";
import { StatusBadge } from "@quittance/ui/StatusBadge.tsx";
import type { Status } from "@quittance/ui/statuses.ts";
import { Section } from "@quittance/ui/Thing.tsx";
import { getFragmentData, graphql, type FragmentType } from "../gql";
import type { RefundStatus } from "../gql/graphql.ts";

const PaymentRefund = graphql(`
  fragment PaymentRefund on Refund {
    id
    number
    status
    methodLabel
    begunOn
    documentUrl
    amount {
      amount
      currency
    }
  }
`);

const looks: Record<RefundStatus, Status> = {
  PENDING: "ON_ITS_WAY",
  SUCCEEDED: "REFUNDED",
  FAILED: "FAILED",
  RETURNED: "CAME_BACK",
};

/** What of a payment went back or is on its way. */
export function PaymentRefunds({ refunds }: { refunds: readonly FragmentType<typeof PaymentRefund>[] }) {
  return (
    <Section title="Refunds">
      <RowTable
        bare
        label="Refunds of this payment"
        rows={getFragmentData(PaymentRefund, refunds)}
        rowKey={({ id }) => id}
        columns={[
          { header: "Refund", cell: ({ number }) => number ?? "Refund" },
          { header: "Status", cell: ({ status }) => <StatusBadge status={looks[status]} /> },
          { header: "Begun", cell: ({ begunOn }) => <Day value={begunOn} /> },
          { header: "Goes back to", cell: ({ methodLabel }) => methodLabel },
          { header: "Amount", end: true, card: "beside", cell: ({ amount }) => <Money {...amount} /> },
        ]}
        action={({ documentUrl }) => documentUrl && <DownloadLink href={documentUrl}>PDF</DownloadLink>}
      />
    </Section>
  );
}
