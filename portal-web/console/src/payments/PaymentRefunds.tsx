import { Button } from "@mantine/core";
import { Day } from "@quittance/ui/Day.tsx";
import { DownloadLink } from "@quittance/ui/DownloadLink.tsx";
import { Money } from "@quittance/ui/Money.tsx";
import { RowTable } from "@quittance/ui/RowTable.tsx";
import { StatusBadge } from "@quittance/ui/StatusBadge.tsx";
import { Section } from "@quittance/ui/Thing.tsx";
import { useState } from "react";
import { useMay } from "../app/viewer.ts";
import { getFragmentData, graphql, type FragmentType } from "../gql";
import type { PaymentRefundFragment as Refund } from "../gql/graphql.ts";
import { CancelRefundDialog } from "./CancelRefundDialog.tsx";
import { ConfirmRefundDialog } from "./ConfirmRefundDialog.tsx";
import { refundStatus } from "./refundStatus.ts";

const PaymentRefund = graphql(`
  fragment PaymentRefund on Refund {
    id
    number
    status
    method
    methodLabel
    reason
    begunOn
    failure
    documentUrl
    amount {
      amount
      currency
    }
  }
`);

type Act = { act: "confirm" | "cancel"; refund: Refund };

/** What of a payment went back or is on its way, and what staff has to do about it. */
export function PaymentRefunds({
  refunds: masked,
}: {
  refunds: readonly FragmentType<typeof PaymentRefund>[];
}) {
  const refunds = getFragmentData(PaymentRefund, masked);
  const [chosen, choose] = useState<Act>();
  const mayAct = useMay("PAYMENT_WRITE");
  const waits = ({ status, method }: Refund) => mayAct && status === "PENDING" && method !== "CARD";
  return (
    <Section title="Refunds">
      <RowTable
        bare
        label="Refunds of this payment"
        rows={refunds}
        rowKey={({ id }) => id}
        columns={[
          { header: "Refund", cell: ({ number, reason }) => number ?? reason },
          { header: "Status", cell: ({ status }) => <StatusBadge status={refundStatus(status)} /> },
          { header: "Begun", cell: ({ begunOn }) => <Day value={begunOn} /> },
          { header: "Goes back by", cell: ({ methodLabel, failure }) => failure ?? methodLabel },
          { header: "Amount", end: true, card: "beside", cell: ({ amount }) => <Money {...amount} /> },
        ]}
        action={(refund) =>
          waits(refund) ? (
            <>
              <Button size="compact-sm" onClick={() => choose({ act: "confirm", refund })}>
                Confirm sent
              </Button>
              <Button size="compact-sm" variant="subtle" onClick={() => choose({ act: "cancel", refund })}>
                Cancel refund
              </Button>
            </>
          ) : (
            refund.documentUrl && <DownloadLink href={refund.documentUrl}>PDF</DownloadLink>
          )
        }
      />
      {chosen?.act === "confirm" && (
        <ConfirmRefundDialog refund={chosen.refund} onClose={() => choose(undefined)} />
      )}
      {chosen?.act === "cancel" && (
        <CancelRefundDialog refund={chosen.refund} onClose={() => choose(undefined)} />
      )}
    </Section>
  );
}
