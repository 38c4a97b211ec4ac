import { Button, Checkbox, TextInput } from "@mantine/core";
import { Dialog, DialogActions } from "@quittance/ui/Dialog.tsx";
import { Failure } from "@quittance/ui/Failure.tsx";
import { LoadingCard } from "@quittance/ui/Loading.tsx";
import { newKey } from "@quittance/ui/newKey.ts";
import { Notice } from "@quittance/ui/Notice.tsx";
import { useState } from "react";
import { useMutation, useQuery } from "urql";
import { faultOf } from "@quittance/client/faultOf.ts";
import { graphql } from "../gql";
import { CreditPreviewView } from "./CreditPreviewView.tsx";
import styles from "./CreditDialog.module.css";

const PreviewCancelInvoice = graphql(`
  query PreviewCancelInvoice($id: ID!) {
    previewCancelInvoice(invoiceId: $id) {
      __typename
      ... on CreditPreview {
        token
        ...CreditPreviewShown
      }
      ... on MoreThanLeft {
        message
      }
      ... on InvoiceVoid {
        message
      }
      ... on InvoiceWrittenOff {
        message
      }
      ... on InvoiceTakenOver {
        message
      }
      ... on Unbillable {
        message
      }
      ... on InvalidInput {
        message
      }
    }
  }
`);

const CancelInvoice = graphql(`
  mutation CancelInvoice($input: CancelInvoiceInput!) {
    cancelInvoice(input: $input) {
      __typename
      ... on InvoiceCancelled {
        invoice {
          id
          status
        }
        cancellation {
          id
        }
      }
      ... on CreditQuoteStale {
        message
      }
      ... on MoreThanLeft {
        message
      }
      ... on InvoiceVoid {
        message
      }
      ... on InvoiceWrittenOff {
        message
      }
      ... on InvoiceTakenOver {
        message
      }
      ... on PaymentInProgress {
        message
      }
      ... on MonthClosed {
        message
      }
      ... on KeyReused {
        message
      }
      ... on InvalidInput {
        message
      }
    }
  }
`);

type Props = { invoice: { id: string; number?: string | null | undefined }; onClose: () => void };

/** Cancels an invoice after showing what is given back. */
export function CancelInvoiceDialog({ invoice, onClose }: Props) {
  const [{ data, error }, ask] = useQuery({
    query: PreviewCancelInvoice,
    variables: { id: invoice.id },
    requestPolicy: "network-only",
  });
  const [{ fetching: sending }, cancel] = useMutation(CancelInvoice);
  const [reason, setReason] = useState("");
  const [mail, setMail] = useState(true);
  const [key, setKey] = useState(newKey);
  const [refusal, setRefusal] = useState<string>();
  const preview = data?.previewCancelInvoice;
  const shown = preview?.__typename === "CreditPreview" ? preview : undefined;
  const fault = refusal ?? (preview && preview.__typename !== "CreditPreview" ? preview.message : undefined);
  const act = async () => {
    setRefusal(undefined);
    const { data, error } = await cancel({
      input: {
        invoiceId: invoice.id,
        reason,
        mail,
        ...(shown && { quoteToken: shown.token }),
        idempotencyKey: key,
      },
    });
    if (!data) return setRefusal((error && faultOf(error).reason) ?? "No answer came. Try again.");
    setKey(newKey());
    const result = data.cancelInvoice;
    switch (result.__typename) {
      case "InvoiceCancelled":
        return onClose();
      case "CreditQuoteStale":
        setRefusal(result.message);
        return ask({ requestPolicy: "network-only" });
      case "MoreThanLeft":
      case "InvoiceVoid":
      case "InvoiceWrittenOff":
      case "InvoiceTakenOver":
      case "PaymentInProgress":
      case "MonthClosed":
      case "KeyReused":
      case "InvalidInput":
        return setRefusal(result.message);
    }
  };
  return (
    <Dialog opened onClose={onClose} title={`Cancel ${invoice.number ?? "invoice"}`}>
      <div className={styles.body}>
        {fault && <Notice tone="negative">{fault}</Notice>}
        <p>
          A document of its own cancels all that is left. The invoice keeps its number and is void; its days
          can be billed again.
        </p>
        <TextInput
          label="Reason"
          description="Printed on the cancellation."
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Checkbox
          label="Mail the cancellation to the customer"
          checked={mail}
          onChange={(event) => setMail(event.currentTarget.checked)}
        />
        {error && !data && (
          <Failure
            what="What is given back could not be computed."
            fault={faultOf(error)}
            onRetry={() => ask({ requestPolicy: "network-only" })}
          />
        )}
        {!preview && !error && <LoadingCard lines={3} />}
        {shown && <CreditPreviewView preview={shown} title="Cancelled" />}
      </div>
      <DialogActions>
        <Button variant="default" onClick={onClose}>
          Keep it
        </Button>
        <Button
          color="var(--danger-fill)"
          loading={sending}
          disabled={!shown || reason.trim() === ""}
          onClick={() => void act()}
        >
          Cancel invoice
        </Button>
      </DialogActions>
    </Dialog>
  );
}
