import { Button } from "@mantine/core";
import { AddressText } from "@quittance/shared/documents/AddressText.tsx";
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
import { useQuery } from "urql";
import { faultOf, isNotFound } from "@quittance/client/faultOf.ts";
import { useLivePayments } from "../app/live.ts";
import NotFoundPage from "../app/NotFoundPage.tsx";
import { PageLink } from "../app/PageLink.tsx";
import { useFreshLinks } from "@quittance/client/useFreshLinks.ts";
import { useMay, useSwitch } from "../app/viewer.ts";
import { graphql } from "../gql";
import type { PaymentPageQuery as Answer } from "../gql/graphql.ts";
import { GoOnButton } from "./GoOnButton.tsx";
import { usePay } from "./Paying.tsx";
import { PaymentRefunds } from "./PaymentRefunds.tsx";

const PaymentPageQuery = graphql(`
  query PaymentPage($id: ID!, $invoices: Boolean!, $details: Boolean!) {
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
        taxId @include(if: $details)
        billingAddress @include(if: $details) {
          ...AddressText
        }
      }
      amount {
        amount
        currency
      }
      unallocated {
        amount
        currency
      }
      disputed {
        amount
        currency
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
          issuedOn @include(if: $invoices)
        }
      }
    }
    organization {
      name
      email
      address {
        ...AddressText
      }
    }
  }
`);

type Payment = NonNullable<Answer["payment"]>;
type Organization = Answer["organization"];

/** One payment: the receipt, to read, print and keep. */
export default function PaymentPage({ params }: { params: { id: string } }) {
  const variables = { id: params.id, invoices: useSwitch("INVOICES"), details: useSwitch("DETAILS") };
  const [{ data, error }, ask] = useQuery({ query: PaymentPageQuery, variables });
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
  return <Shown payment={data.payment} organization={data.organization} />;
}

function Shown({ payment, organization }: { payment: Payment; organization: Organization }) {
  const { number, status, amount, paidOn } = payment;
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
      note={<Day value={paidOn} />}
      primary={<Primary payment={payment} />}
      banner={<Standing payment={payment} />}
      aside={<Aside payment={payment} organization={organization} />}
    >
      <Section title={payment.status === "SUCCEEDED" ? "What it paid" : "Invoices"}>
        <Allocations payment={payment} />
      </Section>
      {payment.refunds.length > 0 && <PaymentRefunds refunds={payment.refunds} />}
    </ThingPage>
  );
}

/** What can be done with it: the receipt of a payment that succeeded, the bank's step of one that waits there. */
function Primary({ payment: { id, status, receiptUrl } }: { payment: Payment }) {
  const pay = usePay();
  const mayPay = useMay("CONTACT_BILLING");
  if (status === "REQUIRES_ACTION" && mayPay)
    return <GoOnButton primary paymentId={id} onOutcome={(begun) => pay({ invoiceIds: [], begun })} />;
  if (!receiptUrl) return null;
  return (
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
  );
}

/** What its payer should know, where it has not simply succeeded. */
function Standing({ payment: { status, declineReason, disputed } }: { payment: Payment }) {
  switch (status) {
    case "SUCCEEDED":
      return isZero(disputed) ? null : (
        <Notice
          quiet
          tone="attention"
          title="Your bank took this payment back."
          action={
            <PageLink by="INVOICES" href="/invoices?status=outstanding">
              See outstanding invoices
            </PageLink>
          }
        >
          <Money {...disputed} /> of it was disputed. What it had paid is to be paid again, unless your bank
          decides otherwise.
        </Notice>
      );
    case "REVERSED":
      return (
        <Notice
          quiet
          tone="attention"
          title="This payment was taken back."
          action={
            <PageLink by="INVOICES" href="/invoices?status=outstanding">
              See outstanding invoices
            </PageLink>
          }
        >
          The money did not arrive for good. What it had paid is to be paid again.
        </Notice>
      );
    case "DECLINED":
      return (
        <Notice
          quiet
          tone="negative"
          title="Nothing was paid."
          action={
            <PageLink by="INVOICES" href="/invoices?status=outstanding">
              See outstanding invoices
            </PageLink>
          }
        >
          {declineReason}
        </Notice>
      );
    case "REQUIRES_ACTION":
      return (
        <Notice quiet tone="attention" title="Your bank wants you to confirm this payment.">
          Nothing is charged before you do. Left as it is, it ends by itself within a day.
        </Notice>
      );
    case "PROCESSING":
      return (
        <Notice quiet title="This payment is on its way.">
          Your bank has not answered yet. There is nothing more to do.
        </Notice>
      );
  }
}

function Aside({ payment, organization }: { payment: Payment; organization: Organization }) {
  const { status, methodLabel, paidOn, valueOn, createdAt, customer } = payment;
  const paid = status === "SUCCEEDED";
  return (
    <>
      <Section title="Details">
        <Facts
          facts={[
            { label: paid ? "Paid with" : "Tried with", value: methodLabel },
            { label: paid ? "Paid on" : "Tried on", value: <Day value={paidOn} /> },
            { label: "Money moved on", value: valueOn && <Day value={valueOn} /> },
            { label: "Recorded", value: <Moment value={createdAt} /> },
          ]}
        />
      </Section>
      <Section title="To">
        <b>{organization.name}</b>
        {organization.address && <AddressText address={organization.address} />}
        <div>{organization.email}</div>
      </Section>
      <Section title="From">
        <b>{customer.name}</b>
        {customer.billingAddress && <AddressText address={customer.billingAddress} />}
        {customer.taxId && <div>Tax ID {customer.taxId}</div>}
      </Section>
    </>
  );
}

function invoiceHref({ invoice }: Payment["allocations"][number]): string {
  return `/invoices/${invoice.id}`;
}

function Allocations({ payment: { allocations, unallocated, status } }: { payment: Payment }) {
  const left = !isZero(unallocated);
  const linked = useSwitch("INVOICES");
  return (
    <>
      {allocations.length > 0 && (
        <RowTable
          bare
          label="Invoices paid"
          rows={allocations}
          rowKey={({ invoice }) => invoice.id}
          {...(linked && { href: invoiceHref })}
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
      {allocations.length === 0 && status !== "SUCCEEDED" && (
        <p>{status === "DECLINED" ? "No invoice was paid by it." : "No invoice is paid by it yet."}</p>
      )}
      {allocations.length === 0 && !left && status === "SUCCEEDED" && <p>No invoice is paid by it now.</p>}
      {left && status === "SUCCEEDED" && (
        <p>
          <Money {...unallocated} /> was left over and is available as credit.
        </p>
      )}
    </>
  );
}
