import { Button } from "@mantine/core";
import { Day, Moment } from "@quittance/ui/Day.tsx";
import { DownloadLink } from "@quittance/ui/DownloadLink.tsx";
import { Failure } from "@quittance/ui/Failure.tsx";
import { LoadingThing } from "@quittance/ui/Loading.tsx";
import { Money } from "@quittance/ui/Money.tsx";
import { Notice } from "@quittance/ui/Notice.tsx";
import { RowTable } from "@quittance/ui/RowTable.tsx";
import { StatusBadge } from "@quittance/ui/StatusBadge.tsx";
import { Facts, Section, ThingPage } from "@quittance/ui/Thing.tsx";
import IconPrinter from "@tabler/icons-react/icons/IconPrinter";
import { useQuery } from "urql";
import { Link } from "wouter";
import { faultOf, isNotFound } from "../app/faultOf.ts";
import { useLivePayments } from "../app/live.ts";
import NotFoundPage from "../app/NotFoundPage.tsx";
import { useFreshLinks } from "../app/useFreshLinks.ts";
import { graphql } from "../gql";
import type { PaymentPageQuery as Answer } from "../gql/graphql.ts";

const PaymentPageQuery = graphql(`
  query PaymentPage($id: ID!) {
    payment(id: $id) {
      id
      number
      status
      methodLabel
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
      allocations {
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
  const { number, status, amount, paidOn, receiptUrl, declineReason } = payment;
  return (
    <ThingPage
      back={{ label: "Payments", href: "/payments" }}
      title={number ? `Receipt ${number}` : "Payment"}
      status={<StatusBadge status={status} />}
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
      banner={
        declineReason && (
          <Notice quiet tone="negative" title="Nothing was paid.">
            {declineReason}
          </Notice>
        )
      }
      aside={
        <Section title="Details">
          <Facts
            facts={[
              { label: "Paid with", value: payment.methodLabel },
              { label: "Paid on", value: <Day value={paidOn} /> },
              { label: "Money moved on", value: payment.valueOn && <Day value={payment.valueOn} /> },
              { label: "Noted", value: <Moment value={payment.createdAt} /> },
            ]}
          />
        </Section>
      }
    >
      <Section title="What it paid">
        <Allocations payment={payment} />
      </Section>
    </ThingPage>
  );
}

function Allocations({ payment: { allocations, unallocated, status } }: { payment: Payment }) {
  const left = !/^0(\.0*)?$/.test(unallocated.amount);
  return (
    <>
      {allocations.length > 0 && (
        <RowTable
          bare
          label="Invoices paid"
          rows={allocations}
          rowKey={({ invoice }) => invoice.id}
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
      {allocations.length === 0 && status !== "SUCCEEDED" && <p>No invoice was paid by it.</p>}
      {left && status === "SUCCEEDED" && (
        <p>
          <Money {...unallocated} /> was left over and is available as credit.
        </p>
      )}
    </>
  );
}
