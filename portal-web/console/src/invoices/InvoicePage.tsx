import { Button } from "@mantine/core";
import { InvoiceLines } from "@quittance/shared/documents/InvoiceLines.tsx";
import { LateFees } from "@quittance/shared/documents/LateFees.tsx";
import { Party } from "@quittance/shared/documents/Party.tsx";
import { ActionMenu, type Action } from "@quittance/ui/ActionMenu.tsx";
import { Day, Moment, dayText } from "@quittance/ui/Day.tsx";
import { DownloadLink } from "@quittance/ui/DownloadLink.tsx";
import { Failure } from "@quittance/ui/Failure.tsx";
import { LoadingThing } from "@quittance/ui/Loading.tsx";
import { Money, moneyText } from "@quittance/ui/Money.tsx";
import { Notice } from "@quittance/ui/Notice.tsx";
import { StatusBadge } from "@quittance/ui/StatusBadge.tsx";
import { Facts, Section, ThingPage } from "@quittance/ui/Thing.tsx";
import { useState } from "react";
import { useQuery } from "urql";
import { Link } from "wouter";
import { faultOf, isNotFound } from "@quittance/client/faultOf.ts";
import { useLiveInvoices } from "../app/live.ts";
import NotFoundPage from "../app/NotFoundPage.tsx";
import { useFreshLinks } from "@quittance/client/useFreshLinks.ts";
import { useMay } from "../app/viewer.ts";
import { DunningCard } from "../dunning/DunningCard.tsx";
import { graphql } from "../gql";
import type { InvoicePageQuery as Answer } from "../gql/graphql.ts";
import { ConfirmPaymentDialog } from "../payments/ConfirmPaymentDialog.tsx";
import { ApplyCreditDialog } from "../payments/ApplyCreditDialog.tsx";
import { PaidParts } from "../payments/PaidParts.tsx";
import { RecoverDialog } from "../payments/RecoverDialog.tsx";
import { WriteOffDialog } from "../payments/WriteOffDialog.tsx";
import { EmailInvoiceDialog } from "../messaging/EmailInvoiceDialog.tsx";
import { CorrectionDialog, type Correction } from "../corrections/CorrectionDialog.tsx";
import { useCorrections } from "../corrections/useCorrections.ts";
import { InvoiceChain } from "./InvoiceChain.tsx";
import { InvoiceHistory } from "./InvoiceHistory.tsx";

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
      takenOverOn
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
      writeOff {
        reason
        amount {
          amount
          currency
        }
      }
      allocations {
        ...PaidPart
      }
      dunningCase {
        ...DunningCard
      }
      possibleActs
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
  const mayMail = useMay("INVOICE_WRITE") && status !== "DRAFT" && !invoice.takenOverOn;
  const mayPay = useMay("PAYMENT_WRITE");
  const [dialog, setDialog] = useState<"confirm" | "mail" | "credit" | "writeOff" | "recover">();
  const [correction, setCorrection] = useState<Correction>();
  const corrections = useCorrections(invoice, setCorrection);
  const open = status === "OPEN";
  const actions: Action[] = [
    ...(mayMail ? [{ label: "Email invoice", onSelect: () => setDialog("mail") }] : []),
    ...(pdfUrl ? [{ label: "Download invoice", href: pdfUrl }] : []),
    ...corrections,
    ...(mayPay && open
      ? [
          { label: "Apply credit…", onSelect: () => setDialog("credit") },
          { label: "Write off…", danger: true, onSelect: () => setDialog("writeOff") },
        ]
      : []),
    ...(mayPay && invoice.writeOff ? [{ label: "Recover…", onSelect: () => setDialog("recover") }] : []),
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
      banner={
        (invoice.writeOff ?? invoice.takenOverOn ?? invoice.lateFee ?? invoice.lateFees[0]) && (
          <Banner invoice={invoice} />
        )
      }
      aside={<Aside invoice={invoice} />}
    >
      <Section title="Lines">
        <InvoiceLines invoice={invoice} reader="staff" />
      </Section>
      {invoice.dunningCase && <DunningCard invoice={invoice} found={invoice.dunningCase} />}
      {invoice.allocations.length > 0 && (
        <PaidParts invoice={number ?? "the invoice"} parts={invoice.allocations} />
      )}
      <InvoiceChain invoice={invoice} />
      <InvoiceHistory invoiceId={id} />
      {correction && (
        <CorrectionDialog act={correction} invoice={invoice} onClose={() => setCorrection(undefined)} />
      )}
      {dialog === "confirm" && (
        <ConfirmPaymentDialog
          invoice={{ id, number, amountDue, customer }}
          onClose={() => setDialog(undefined)}
        />
      )}
      {dialog === "credit" && (
        <ApplyCreditDialog
          customerId={customer.id}
          currency={amountDue.currency}
          onClose={() => setDialog(undefined)}
        />
      )}
      {dialog === "writeOff" && (
        <WriteOffDialog invoice={{ id, number, amountDue }} onClose={() => setDialog(undefined)} />
      )}
      {dialog === "recover" && invoice.writeOff && (
        <RecoverDialog
          invoice={{ id, number }}
          amount={invoice.writeOff.amount}
          onClose={() => setDialog(undefined)}
        />
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

function Banner({ invoice }: { invoice: Invoice }) {
  const { writeOff, takenOverOn, customer } = invoice;
  return (
    <>
      {writeOff && (
        <Notice quiet tone="attention" title={`${moneyText(writeOff.amount)} was written off.`}>
          {writeOff.reason}
        </Notice>
      )}
      {!writeOff && takenOverOn && (
        <Notice quiet title="Taken over from the former system">
          What was open on {dayText(takenOverOn)} is owed here. The original is the document: there is no PDF
          of it here. Credit or cancel it there, or{" "}
          <Link href={`/customers/${customer.id}/credit`}>credit the customer</Link> without it and let that
          credit pay it.
        </Notice>
      )}
      <LateFees invoice={invoice} reader="staff" />
    </>
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
