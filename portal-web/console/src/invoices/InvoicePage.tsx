import { Button } from "@mantine/core";
import { ActionMenu, type Action } from "@quittance/ui/ActionMenu.tsx";
import { Day, Moment, dayText } from "@quittance/ui/Day.tsx";
import { DownloadLink } from "@quittance/ui/DownloadLink.tsx";
import { Failure } from "@quittance/ui/Failure.tsx";
import { LoadingThing } from "@quittance/ui/Loading.tsx";
import { Money } from "@quittance/ui/Money.tsx";
import { RowTable } from "@quittance/ui/RowTable.tsx";
import { StatusBadge } from "@quittance/ui/StatusBadge.tsx";
import { Facts, Section, ThingPage } from "@quittance/ui/Thing.tsx";
import { useState } from "react";
import { useQuery } from "urql";
import { Link } from "wouter";
import { faultOf, isNotFound } from "../app/faultOf.ts";
import { useLiveInvoices } from "../app/live.ts";
import NotFoundPage from "../app/NotFoundPage.tsx";
import { useFreshLinks } from "../app/useFreshLinks.ts";
import { useMay } from "../app/viewer.ts";
import { graphql } from "../gql";
import type { InvoicePageQuery as Answer } from "../gql/graphql.ts";
import { ConfirmPaymentDialog } from "../payments/ConfirmPaymentDialog.tsx";
import { EmailInvoiceDialog } from "../messaging/EmailInvoiceDialog.tsx";
import { InvoiceHistory } from "./InvoiceHistory.tsx";
import { InvoiceLines } from "./InvoiceLines.tsx";
import { Party } from "./Party.tsx";

const InvoicePageQuery = graphql(`
  query InvoicePage($id: ID!) {
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
      mailedAt
      pdfUrl
      customer {
        id
        name
        email
        invoiceRecipients
      }
      total {
        amount
        currency
      }
      amountDue {
        amount
        currency
      }
      seller {
        ...Party
      }
      buyer {
        ...Party
      }
      subscriptions {
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
        }
      }
      ...InvoiceLines
    }
  }
`);

type Invoice = NonNullable<Answer["invoice"]>;

/** One invoice with its lines, payments and history, and what can be done with it. */
export default function InvoicePage({ params }: { params: { id: string } }) {
  const [{ data, error }, ask] = useQuery({ query: InvoicePageQuery, variables: { id: params.id } });
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
  const { id, number, status, overdue, amountDue, total, dueOn, customer, pdfUrl } = invoice;
  const mayConfirm = useMay("PAYMENT_WRITE") && status === "OPEN";
  const mayMail = useMay("INVOICE_WRITE") && status !== "DRAFT";
  const [dialog, setDialog] = useState<"confirm" | "mail">();
  const open = status === "OPEN";
  const actions: Action[] = [
    ...(mayMail ? [{ label: "Email invoice", onSelect: () => setDialog("mail") }] : []),
    ...(pdfUrl ? [{ label: "Download invoice", href: pdfUrl }] : []),
  ];
  return (
    <ThingPage
      back={{ label: "Invoices", href: "/invoices" }}
      title={number ?? "Draft"}
      status={<StatusBadge status={status} overdue={overdue} />}
      figure={<Money {...(open ? amountDue : total)} />}
      note={
        <>
          {open && dueOn ? `Due on ${dayText(dueOn)}` : "Total"} ·{" "}
          <Link href={`/customers/${customer.id}`}>{customer.name}</Link>
        </>
      }
      primary={
        mayConfirm ? (
          <Button onClick={() => setDialog("confirm")}>Confirm payment</Button>
        ) : (
          pdfUrl && <DownloadLink href={pdfUrl}>Download PDF</DownloadLink>
        )
      }
      menu={<ActionMenu label={`More actions for ${number ?? "this draft"}`} actions={actions} />}
      aside={<Aside invoice={invoice} />}
    >
      <Section title="Lines">
        <InvoiceLines invoice={invoice} />
      </Section>
      {invoice.payments.length > 0 && (
        <Section title="Payments">
          <Payments payments={invoice.payments} />
        </Section>
      )}
      <InvoiceHistory invoiceId={id} />
      {dialog === "confirm" && (
        <ConfirmPaymentDialog invoice={{ id, number, amountDue }} onClose={() => setDialog(undefined)} />
      )}
      {dialog === "mail" && (
        <EmailInvoiceDialog
          invoice={{ id, number }}
          recipients={[...(customer.email ? [customer.email] : []), ...customer.invoiceRecipients]}
          onClose={() => setDialog(undefined)}
        />
      )}
    </ThingPage>
  );
}

function Payments({ payments }: { payments: Invoice["payments"] }) {
  return (
    <RowTable
      bare
      label="Payments of this invoice"
      rows={payments}
      rowKey={({ payment }) => payment.id}
      href={({ payment }) => `/payments/${payment.id}`}
      columns={[
        { header: "Receipt", cell: ({ payment }) => payment.number ?? payment.methodLabel },
        { header: "Paid with", cell: ({ payment }) => payment.methodLabel },
        { header: "Day", cell: ({ payment }) => <Day value={payment.paidOn} /> },
        { header: "Amount", end: true, card: "beside", cell: ({ amount }) => <Money {...amount} /> },
      ]}
    />
  );
}

function Aside({ invoice: of }: { invoice: Invoice }) {
  return (
    <>
      <Section title="Details">
        <Facts
          facts={[
            { label: "Issued", value: of.issuedOn && <Day value={of.issuedOn} /> },
            { label: "Due", value: of.dueOn && <Day value={of.dueOn} /> },
            { label: "Payment reference", value: of.paymentReference },
            { label: "Order number", value: of.purchaseOrder },
            { label: "Note", value: of.note },
            { label: "Last mailed", value: of.mailedAt ? <Moment value={of.mailedAt} /> : "Never" },
            {
              label: "Subscriptions",
              value:
                of.subscriptions.length === 0
                  ? null
                  : of.subscriptions.map(({ id, number, plan }) => (
                      <div key={id}>
                        <Link href={`/subscriptions/${id}`}>
                          {plan.name} ({number})
                        </Link>
                      </div>
                    )),
            },
          ]}
        />
      </Section>
      <Section title="Seller">
        <Party party={of.seller} />
      </Section>
      <Section title="Buyer">
        <Party party={of.buyer} />
      </Section>
    </>
  );
}
