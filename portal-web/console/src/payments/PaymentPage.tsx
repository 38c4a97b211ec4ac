import { Button } from "@mantine/core";
import { ActionMenu } from "@quittance/ui/ActionMenu.tsx";
import { Day, Moment } from "@quittance/ui/Day.tsx";
import { DownloadLink } from "@quittance/ui/DownloadLink.tsx";
import { Failure } from "@quittance/ui/Failure.tsx";
import { LoadingThing } from "@quittance/ui/Loading.tsx";
import { isZero, Money } from "@quittance/ui/Money.tsx";
import { Notice } from "@quittance/ui/Notice.tsx";
import { RowTable } from "@quittance/ui/RowTable.tsx";
import { StatusBadge } from "@quittance/ui/StatusBadge.tsx";
import { Facts, Section, ThingPage } from "@quittance/ui/Thing.tsx";
import IconPrinter from "@tabler/icons-react/icons/IconPrinter";
import { useState } from "react";
import { useQuery } from "urql";
import { Link } from "wouter";
import { faultOf, isNotFound } from "@quittance/client/faultOf.ts";
import { useLivePayments } from "../app/live.ts";
import NotFoundPage from "../app/NotFoundPage.tsx";
import { useFreshLinks } from "@quittance/client/useFreshLinks.ts";
import { useBrand } from "../app/Brand.tsx";
import { useMay } from "../app/viewer.ts";
import { graphql } from "../gql";
import type { PaymentPageQuery as Answer } from "../gql/graphql.ts";
import { OpenDialog } from "../disputes/OpenDialog.tsx";
import { PaymentDisputes } from "../disputes/PaymentDisputes.tsx";
import { PaymentHistory } from "./PaymentHistory.tsx";
import { PaymentRefunds } from "./PaymentRefunds.tsx";
import { RefundDialog } from "./RefundDialog.tsx";
import { ReverseDialog } from "./ReverseDialog.tsx";
import { UndoAllocation } from "./UndoAllocation.tsx";

const PaymentPageQuery = graphql(`
  query PaymentPage($id: ID!) {
    payment(id: $id) {
      id
      number
      status
      method
      methodLabel
      purpose
      reversedOn
      reversalReason
      paidOn
      valueOn
      createdAt
      declineReason
      receiptUrl
      customer {
        id
        name
      }
      amount {
        amount
        currency
      }
      unallocated {
        amount
        currency
      }
      refunded {
        amount
        currency
      }
      fee {
        amount
        currency
      }
      payout {
        id
        sentOn
      }
      disputed {
        amount
        currency
      }
      disputes {
        id
        ...PaymentDispute
      }
      refunds {
        id
        ...PaymentRefund
      }
      allocations {
        id
        amount {
          amount
          currency
        }
        invoice {
          id
          number
          issuedOn
        }
      }
    }
  }
`);

type Payment = NonNullable<Answer["payment"]>;

/** One payment: who paid what, how, and for which invoices. */
export default function PaymentPage({ params }: { params: { id: string } }) {
  const [{ data, error }, ask] = useQuery({ query: PaymentPageQuery, variables: { id: params.id } });
  useLivePayments();
  useFreshLinks(ask);
  if (isNotFound(error) || data?.payment === null) return <NotFoundPage />;
  if (error && !data)
    return (
      <Failure
        what="The payment could not be loaded."
        fault={faultOf(error)}
        onRetry={() => ask({ requestPolicy: "network-only" })}
      />
    );
  if (!data?.payment) return <LoadingThing label="Loading the payment" />;
  return <Shown payment={data.payment} />;
}

function Shown({ payment }: { payment: Payment }) {
  const { id, number, status, method, amount, paidOn, receiptUrl } = payment;
  const [dialog, setDialog] = useState<"reverse" | "refund" | "dispute">();
  const sandbox = useBrand()?.sandbox === true;
  const mayAct = useMay("PAYMENT_WRITE") && status === "SUCCEEDED";
  const mayRefund =
    mayAct && payment.refunded.amount !== amount.amount && payment.disputed.amount !== amount.amount;
  const close = () => setDialog(undefined);
  return (
    <ThingPage
      back={{ label: "Payments", href: "/payments" }}
      title={number ? `Receipt ${number}` : "Payment"}
      status={
        <>
          <StatusBadge status={status} />
          {!isZero(payment.disputed) && <StatusBadge status="DISPUTED" />}
        </>
      }
      figure={<Money {...amount} />}
      note={
        <>
          <Day value={paidOn} /> ·{" "}
          <Link href={`/customers/${payment.customer.id}`}>{payment.customer.name}</Link>
        </>
      }
      primary={
        receiptUrl && (
          <>
            <DownloadLink href={receiptUrl}>Download receipt</DownloadLink>
            <Button
              variant="default"
              leftSection={<IconPrinter size={18} aria-hidden />}
              onClick={() => window.print()}
            >
              Print
            </Button>
          </>
        )
      }
      menu={
        mayAct && (
          <ActionMenu
            label="More actions for this payment"
            actions={[
              ...(mayRefund ? [{ label: "Refund…", onSelect: () => setDialog("refund") }] : []),
              ...(method === "CARD"
                ? sandbox
                  ? [{ label: "Sandbox: dispute as the payer…", onSelect: () => setDialog("dispute") }]
                  : []
                : [{ label: "Put back to New…", danger: true, onSelect: () => setDialog("reverse") }]),
            ]}
          />
        )
      }
      banner={<Banner payment={payment} />}
      aside={
        <Section title="Details">
          <Facts
            facts={[
              { label: "Paid with", value: payment.methodLabel },
              { label: "Paid on", value: <Day value={paidOn} /> },
              { label: "Money moved on", value: payment.valueOn && <Day value={payment.valueOn} /> },
              {
                label: "Put back to New on",
                value: payment.reversedOn && <Day value={payment.reversedOn} />,
              },
              {
                label: "Refunded or on its way back",
                value: !isZero(payment.refunded) && <Money {...payment.refunded} />,
              },
              {
                label: "Disputed",
                value: !isZero(payment.disputed) && <Money {...payment.disputed} />,
              },
              { label: "Gateway fee", value: payment.fee && <Money {...payment.fee} /> },
              {
                label: "Paid out on",
                value: payment.payout && (
                  <Link href={`/payouts/${payment.payout.id}`}>
                    <Day value={payment.payout.sentOn} />
                  </Link>
                ),
              },
              { label: "Noted", value: <Moment value={payment.createdAt} /> },
            ]}
          />
        </Section>
      }
    >
      <Section title="What it paid">
        <Allocations payment={payment} />
      </Section>
      {payment.disputes.length > 0 && <PaymentDisputes disputes={payment.disputes} />}
      {payment.refunds.length > 0 && <PaymentRefunds refunds={payment.refunds} />}
      <PaymentHistory paymentId={id} />
      {dialog === "reverse" && <ReverseDialog paymentId={id} onClose={close} />}
      {dialog === "dispute" && <OpenDialog payment={payment} onClose={close} />}
      {dialog === "refund" && <RefundDialog payment={payment} onClose={close} />}
    </ThingPage>
  );
}

function Banner({ payment: { declineReason, status, reversalReason } }: { payment: Payment }) {
  if (status === "REVERSED")
    return (
      <Notice quiet tone="attention" title="This payment was put back to New.">
        {reversalReason}
      </Notice>
    );
  return (
    declineReason && (
      <Notice quiet tone="negative" title="Nothing was paid.">
        {declineReason}
      </Notice>
    )
  );
}

function Allocations({ payment: { allocations, unallocated } }: { payment: Payment }) {
  const mayUndo = useMay("PAYMENT_WRITE");
  return (
    <>
      {allocations.length > 0 && (
        <RowTable
          bare
          label="Invoices paid"
          rows={allocations}
          rowKey={({ id }) => id}
          {...(mayUndo && {
            action: (allocation: Payment["allocations"][number]) => (
              <UndoAllocation allocation={allocation} invoice={allocation.invoice.number ?? "the invoice"} />
            ),
          })}
          href={({ invoice }) => `/invoices/${invoice.id}`}
          columns={[
            { header: "Invoice", cell: ({ invoice }) => invoice.number },
            {
              header: "Issued",
              cell: ({ invoice }) => (invoice.issuedOn ? <Day value={invoice.issuedOn} /> : "—"),
            },
            { header: "Amount", end: true, card: "beside", cell: ({ amount }) => <Money {...amount} /> },
          ]}
        />
      )}
      {allocations.length === 0 && isZero(unallocated) && <p>No invoice is paid by it.</p>}
      {!isZero(unallocated) && (
        <p>
          <Money {...unallocated} /> of it pays no invoice and became credit.
        </p>
      )}
    </>
  );
}
