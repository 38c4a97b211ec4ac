import { Button, Checkbox, TextInput } from "@mantine/core";
import { Dialog, DialogActions } from "@quittance/ui/Dialog.tsx";
import { Money, moneyText, type Amount } from "@quittance/ui/Money.tsx";
import { newKey } from "@quittance/ui/newKey.ts";
import { Notice } from "@quittance/ui/Notice.tsx";
import { useState } from "react";
import { useMutation, useQuery } from "urql";
import { faultOf } from "@quittance/client/faultOf.ts";
import { graphql } from "../gql";
import type { CreditLineInput } from "../gql/graphql.ts";
import { CreditPreviewView } from "./CreditPreviewView.tsx";
import styles from "./CreditDialog.module.css";
import { useRested } from "@quittance/ui/useRested.ts";

const CreditableLines = graphql(`
  query CreditableLines($id: ID!) {
    invoice(id: $id) {
      id
      creditableLines {
        lineId
        description
        quantity
        left {
          amount
          currency
        }
      }
    }
  }
`);

const PreviewCredit = graphql(`
  query PreviewCredit($input: PreviewCreditInvoiceInput!) {
    previewCreditInvoice(input: $input) {
      __typename
      ... on CreditPreview {
        token
        total {
          amount
          currency
        }
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

const CreditInvoice = graphql(`
  mutation CreditInvoice($input: CreditInvoiceInput!) {
    creditInvoice(input: $input) {
      __typename
      ... on InvoiceCredited {
        creditNote {
          id
        }
        invoice {
          id
          status
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

/** Credits some of an invoice's lines, by units or by an amount. */
export function CreditDialog({ invoice, onClose }: Props) {
  const [{ data }] = useQuery({
    query: CreditableLines,
    variables: { id: invoice.id },
    requestPolicy: "network-only",
  });
  const [amounts, setAmounts] = useState<Record<string, string>>({});
  const [reason, setReason] = useState("");
  const [mail, setMail] = useState(true);
  const [key, setKey] = useState(newKey);
  const [refusal, setRefusal] = useState<string>();
  const [, credit] = useMutation(CreditInvoice);
  const [sending, setSending] = useState(false);
  const creditable = (data?.invoice?.creditableLines ?? []).filter(({ left }) => /[1-9]/.test(left.amount));
  const lines: CreditLineInput[] = creditable.flatMap(({ lineId, left }) => {
    const amount = amounts[lineId]?.trim();
    return amount ? [{ lineId, amount: { amount, currency: left.currency } }] : [];
  });
  const rested = useRested(lines);
  // What is shown is of what stands in the form, not of what stood there a moment ago.
  const current = JSON.stringify(rested) === JSON.stringify(lines);
  const [{ data: answer, error, fetching }, ask] = useQuery({
    query: PreviewCredit,
    variables: { input: { invoiceId: invoice.id, lines: rested } },
    pause: rested.length === 0,
    requestPolicy: "network-only",
  });
  const preview = lines.length > 0 ? answer?.previewCreditInvoice : undefined;
  const shown = preview?.__typename === "CreditPreview" ? preview : undefined;
  const fault =
    refusal ??
    (preview && preview.__typename !== "CreditPreview" ? preview.message : undefined) ??
    (error && lines.length > 0 ? (faultOf(error).reason ?? "The amounts could not be computed.") : undefined);

  const act = async () => {
    setSending(true);
    setRefusal(undefined);
    const { data, error } = await credit({
      input: {
        invoiceId: invoice.id,
        lines,
        reason,
        mail,
        ...(shown && { quoteToken: shown.token }),
        idempotencyKey: key,
      },
    });
    setSending(false);
    if (!data) return setRefusal((error && faultOf(error).reason) ?? "No answer came. Try again.");
    setKey(newKey());
    const result = data.creditInvoice;
    switch (result.__typename) {
      case "InvoiceCredited":
        return onClose();
      case "CreditQuoteStale":
        setRefusal(result.message);
        return ask();
      case "MoreThanLeft":
      case "InvoiceVoid":
      case "InvoiceWrittenOff":
      case "InvoiceTakenOver":
      case "MonthClosed":
      case "KeyReused":
      case "InvalidInput":
        return setRefusal(result.message);
    }
  };
  return (
    <Dialog opened wide onClose={onClose} title={`Credit ${invoice.number ?? "invoice"}`}>
      <div className={styles.body}>
        {fault && <Notice tone="negative">{fault}</Notice>}
        <div className={styles.lines}>
          {creditable.map((line) => (
            <Line
              key={line.lineId}
              line={line}
              value={amounts[line.lineId] ?? ""}
              onChange={(value) => {
                setRefusal(undefined);
                setAmounts({ ...amounts, [line.lineId]: value });
              }}
            />
          ))}
        </div>
        <TextInput
          label="Reason"
          description="Printed on the credit note."
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Checkbox
          label="Mail the credit note to the customer"
          checked={mail}
          onChange={(event) => setMail(event.currentTarget.checked)}
        />
        {shown && <CreditPreviewView preview={shown} title="Credited" />}
      </div>
      <DialogActions>
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button
          loading={sending}
          disabled={!shown || fetching || !current || reason.trim() === ""}
          onClick={() => void act()}
        >
          {shown ? `Credit ${moneyText(shown.total)}` : "Credit"}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

type LineProps = {
  line: { description: string; quantity: string; left: Amount };
  value: string;
  onChange: (value: string) => void;
};

function Line({ line: { description, left }, value, onChange }: LineProps) {
  return (
    <div className={styles.line}>
      <TextInput
        inputMode="decimal"
        label={description}
        description={
          <>
            Without tax, at most <Money {...left} />
          </>
        }
        value={value}
        rightSection={<span>{left.currency}</span>}
        rightSectionWidth={56}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <Button
        variant="default"
        aria-label={`All that is left of ${description}`}
        onClick={() => onChange(left.amount)}
      >
        All
      </Button>
    </div>
  );
}
