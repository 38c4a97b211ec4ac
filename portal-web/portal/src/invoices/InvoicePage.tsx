import { Button } from "@mantine/core";
import { InvoiceLines } from "@quittance/shared/documents/InvoiceLines.tsx";
import { LateFees } from "@quittance/shared/documents/LateFees.tsx";
import { Party } from "@quittance/shared/documents/Party.tsx";
import { Day, Moment, dayText } from "@quittance/ui/Day.tsx";
import { CopyText } from "@quittance/ui/CopyText.tsx";
import { DownloadLink } from "@quittance/ui/DownloadLink.tsx";
import { Failure } from "@quittance/ui/Failure.tsx";
import { LoadingThing } from "@quittance/ui/Loading.tsx";
import { Notice } from "@quittance/ui/Notice.tsx";
import { Money } from "@quittance/ui/Money.tsx";
import { RowTable } from "@quittance/ui/RowTable.tsx";
import { StatusBadge } from "@quittance/ui/StatusBadge.tsx";
import { Facts, Section, ThingPage } from "@quittance/ui/Thing.tsx";
import { useState } from "react";
import { useQuery } from "urql";
import { Link } from "wouter";
import { faultOf, isNotFound } from "@quittance/client/faultOf.ts";
import { useLiveInvoices } from "../app/live.ts";
import NotFoundPage from "../app/NotFoundPage.tsx";
import { useMay, useSwitch } from "../app/viewer.ts";
import { useFreshLinks } from "@quittance/client/useFreshLinks.ts";
import { graphql } from "../gql";
import type { InvoicePageQuery as Answer } from "../gql/graphql.ts";
import { PayButton } from "../payments/PayButton.tsx";
import { ForwardDialog } from "./ForwardDialog.tsx";
import { InvoiceChain } from "./InvoiceChain.tsx";

const InvoicePageQuery = graphql(`
  query InvoicePage($id: ID!, $subscriptions: Boolean!, $creditNotes: Boolean!) {
    invoice(id: $id) {
      id
      number
      status
      overdue
      issuedOn
      dueOn
      note
      purchaseOrder
      paymentReference
      pdfUrl
      takenOverOn
      total {
        amount
        currency
      }
      amountDue {
        amount
        currency
      }
      bankDetails {
        label
        value
      }
      seller {
        ...Party
      }
      buyer {
        ...Party
      }
      subscriptions @include(if: $subscriptions) {
        id
        number
        plan {
          id
          name
        }
      }
      payments {
        amount {
          amount
          currency
        }
        payment {
          id
          number
          methodLabel
          paidOn
          createdAt
        }
      }
      lateFee {
        id
      }
      lateFees {
        id
      }
      ...LateFees
      ...InvoiceChain
      ...InvoiceLines
    }
  }
`);

type Invoice = NonNullable<Answer["invoice"]>;

/** One invoice: what it is for, what is still to pay, and how to pay it. */
export default function InvoicePage({ params }: { params: { id: string } }) {
  const variables = {
    id: params.id,
    subscriptions: useSwitch("SUBSCRIPTIONS"),
    creditNotes: useSwitch("CREDIT_NOTES"),
  };
  const [{ data, error }, ask] = useQuery({ query: InvoicePageQuery, variables });
  useLiveInvoices();
  useFreshLinks(ask);
  if (isNotFound(error) || data?.invoice === null) return <NotFoundPage />;
  if (error && !data)
    return (
      <Failure
        what="The invoice could not be loaded."
        fault={faultOf(error)}
        onRetry={() => ask({ requestPolicy: "network-only" })}
      />
    );
  if (!data?.invoice) return <LoadingThing label="Loading the invoice" />;
  return <Shown invoice={data.invoice} />;
}

function Shown({ invoice }: { invoice: Invoice }) {
  const { id, number, status, overdue, amountDue, total, dueOn, pdfUrl } = invoice;
  const open = status === "OPEN";
  return (
    <ThingPage
      back={{ label: "Invoices", href: "/invoices" }}
      title={number ?? "Invoice"}
      status={<StatusBadge status={status} overdue={overdue} />}
      figure={<Money {...(open ? amountDue : total)} />}
      note={open && dueOn ? `to pay by ${dayText(dueOn)}` : "in total"}
      primary={
        <>
          {open && <PayButton invoiceIds={[id]} what={number ?? ""} amount={amountDue} verb="Make payment" />}
          {pdfUrl && <DownloadLink href={pdfUrl}>Download PDF</DownloadLink>}
          {pdfUrl && number && <Forward invoice={{ id, number }} />}
        </>
      }
      banner={
        (invoice.takenOverOn ?? invoice.lateFee ?? invoice.lateFees[0]) && (
          <>
            {invoice.takenOverOn && (
              <Notice quiet title="Taken over from the former system">
                You have the original already, so there is no PDF of it here.
              </Notice>
            )}
            <LateFees invoice={invoice} reader="customer" />
          </>
        )
      }
      aside={<Aside invoice={invoice} />}
    >
      <Section title="What it is for">
        <InvoiceLines invoice={invoice} reader="customer" />
      </Section>
      <InvoiceChain invoice={invoice} />
      <Section title="Payments">
        <Payments invoice={invoice} />
      </Section>
      {open && invoice.bankDetails.length > 0 && <BankTransfer invoice={invoice} />}
    </ThingPage>
  );
}

function Forward({ invoice }: { invoice: { id: string; number: string } }) {
  const mayForward = useMay("CONTACT_PRIMARY");
  const switchedOn = useSwitch("FORWARD");
  const [opened, setOpened] = useState(false);
  if (!mayForward || !switchedOn) return null;
  return (
    <>
      <Button variant="default" onClick={() => setOpened(true)}>
        Forward
      </Button>
      {opened && <ForwardDialog invoice={invoice} onClose={() => setOpened(false)} />}
    </>
  );
}

function Payments({ invoice: { payments, takenOverOn } }: { invoice: Invoice }) {
  const linked = useSwitch("PAYMENTS");
  if (payments.length === 0)
    return (
      <p>
        {takenOverOn
          ? "Nothing has been paid here yet. What was paid before stands in the total above."
          : "Nothing has been paid on this invoice yet."}
      </p>
    );
  return (
    <RowTable
      bare
      label="Payments of this invoice"
      rows={payments}
      rowKey={({ payment }) => payment.id}
      {...(linked && { href: receiptHref })}
      columns={[
        { header: "Receipt", cell: ({ payment }) => payment.number ?? payment.methodLabel },
        { header: "Paid with", cell: ({ payment }) => payment.methodLabel },
        { header: "Day", cell: ({ payment }) => <Day value={payment.paidOn} /> },
        { header: "Noted", cell: ({ payment }) => <Moment value={payment.createdAt} />, card: "hidden" },
        { header: "Amount", end: true, card: "beside", cell: ({ amount }) => <Money {...amount} /> },
      ]}
    />
  );
}

function receiptHref({ payment }: Invoice["payments"][number]): string {
  return `/payments/${payment.id}`;
}

function BankTransfer({ invoice: { bankDetails, paymentReference } }: { invoice: Invoice }) {
  return (
    <Section title="Pay by bank transfer">
      <Facts
        facts={[
          ...bankDetails.map(({ label, value }) => ({
            label,
            value: <CopyText text={value} what={label} />,
          })),
          {
            label: "Payment reference: please name it",
            value: paymentReference && <CopyText text={paymentReference} what="payment reference" />,
          },
        ]}
      />
    </Section>
  );
}

function Aside({ invoice }: { invoice: Invoice }) {
  const { issuedOn, dueOn, purchaseOrder, note, subscriptions = [], seller, buyer } = invoice;
  return (
    <>
      <Section title="Details">
        <Facts
          facts={[
            { label: "Issued", value: issuedOn && <Day value={issuedOn} /> },
            { label: "Due", value: dueOn && <Day value={dueOn} /> },
            { label: "Your order number", value: purchaseOrder },
            { label: "Note", value: note },
            {
              label: subscriptions.length === 1 ? "Subscription" : "Subscriptions",
              value:
                subscriptions.length > 0 &&
                subscriptions.map(({ id, number, plan }) => (
                  <div key={id}>
                    <Link href={`/subscriptions/${id}`}>
                      {plan.name} ({number})
                    </Link>
                  </div>
                )),
            },
          ].filter(({ value }) => value !== false)}
        />
      </Section>
      <Section title="From">
        <Party party={seller} />
      </Section>
      <Section title="Billed to">
        <Party party={buyer} />
      </Section>
    </>
  );
}
