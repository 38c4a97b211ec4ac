import { ActionMenu } from "@quittance/ui/ActionMenu.tsx";
import { useClient } from "urql";
import { useMay } from "../app/viewer.ts";
import { CorrectionDialog, type Correction } from "../corrections/CorrectionDialog.tsx";
import { useCorrections } from "../corrections/useCorrections.ts";
import { getFragmentData, graphql, type FragmentType } from "../gql";
import type { InvoiceActionsFragment } from "../gql/graphql.ts";
import { EmailInvoiceDialog } from "../messaging/EmailInvoiceDialog.tsx";
import { ConfirmPaymentDialog } from "../payments/ConfirmPaymentDialog.tsx";

const InvoiceActionsFields = graphql(`
  fragment InvoiceActions on Invoice {
    id
    number
    status
    possibleActs
    amountDue {
      amount
      currency
    }
    customer {
      id
      email
      invoiceRecipients
    }
  }
`);

const InvoicePdf = graphql(`
  query InvoicePdf($id: ID!) {
    invoice(id: $id) {
      id
      pdfUrl
    }
  }
`);

/** An act that asks first, and the invoice it is for. */
export type ChosenAct = { act: "confirm" | "mail" | Correction; invoice: InvoiceActionsFragment };

type Props = {
  invoice: FragmentType<typeof InvoiceActionsFields>;
  onChoose: (chosen: ChosenAct) => void;
};

/** The three dots of an invoice in a list. */
export function InvoiceActions({ invoice: masked, onChoose }: Props) {
  const invoice = getFragmentData(InvoiceActionsFields, masked);
  const { id, number, status } = invoice;
  const client = useClient();
  const corrections = useCorrections(invoice, (act) => onChoose({ act, invoice }));
  const mayConfirm = useMay("PAYMENT_WRITE") && status === "OPEN";
  const mayMail = useMay("INVOICE_WRITE") && status !== "DRAFT";
  // A link holds for five minutes, and a list stands open for longer.
  const download = async () => {
    const { data } = await client.query(InvoicePdf, { id }, { requestPolicy: "network-only" });
    if (data?.invoice?.pdfUrl) location.assign(data.invoice.pdfUrl);
  };
  return (
    <ActionMenu
      label={`Actions for ${number ?? "this draft"}`}
      actions={[
        ...(mayConfirm
          ? [{ label: "Confirm payment", onSelect: () => onChoose({ act: "confirm", invoice }) }]
          : []),
        ...(status === "DRAFT" ? [] : [{ label: "Download invoice", onSelect: () => void download() }]),
        ...(mayMail ? [{ label: "Email invoice", onSelect: () => onChoose({ act: "mail", invoice }) }] : []),
        ...corrections,
      ]}
    />
  );
}

/** Asks what the chosen act needs to know. It stands beside the list, so that a row may come and go. */
export function InvoiceDialog({ act, invoice, onClose }: ChosenAct & { onClose: () => void }) {
  const { email, invoiceRecipients } = invoice.customer;
  if (act === "confirm") return <ConfirmPaymentDialog invoice={invoice} onClose={onClose} />;
  if (act !== "mail") return <CorrectionDialog act={act} invoice={invoice} onClose={onClose} />;
  return (
    <EmailInvoiceDialog
      invoice={invoice}
      recipients={[...(email ? [email] : []), ...invoiceRecipients]}
      onClose={onClose}
    />
  );
}
