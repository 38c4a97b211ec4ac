import type { Action } from "@quittance/ui/ActionMenu.tsx";
import { newKey } from "@quittance/ui/newKey.ts";
import { useMutation } from "urql";
import { useLocation } from "wouter";
import { useMay } from "../app/viewer.ts";
import { graphql } from "../gql";
import type { InvoiceAct } from "../gql/graphql.ts";
import type { Correction } from "./CorrectionDialog.tsx";

const DuplicateInvoice = graphql(`
  mutation DuplicateInvoice($input: DuplicateInvoiceInput!) {
    duplicateInvoice(input: $input) {
      __typename
      ... on InvoiceDraftSaved {
        draft {
          id
        }
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

const asking: readonly { act: Correction; label: string; danger?: boolean }[] = [
  { act: "ADD_CHARGE", label: "Add charges" },
  { act: "CREDIT", label: "Credit" },
  { act: "REISSUE", label: "Issue anew" },
  { act: "CANCEL", label: "Cancel invoice", danger: true },
];

type Invoice = { id: string; possibleActs: readonly InvoiceAct[] };

/** What of an invoice's menu puts it right, as far as it is possible now and allowed. */
export function useCorrections(invoice: Invoice, onChoose: (act: Correction) => void): readonly Action[] {
  const mayWrite = useMay("INVOICE_WRITE");
  const [, duplicate] = useMutation(DuplicateInvoice);
  const [, navigate] = useLocation();
  if (!mayWrite) return [];
  const copy = async () => {
    const { data } = await duplicate({ input: { invoiceId: invoice.id, idempotencyKey: newKey() } });
    if (data?.duplicateInvoice.__typename === "InvoiceDraftSaved")
      navigate(`/drafts/${data.duplicateInvoice.draft.id}`);
  };
  const [charges, credit, reissue, cancel] = asking.map(({ act, label, danger }) =>
    invoice.possibleActs.includes(act)
      ? { label, onSelect: () => onChoose(act), ...(danger && { danger }) }
      : undefined,
  );
  const duplicating = invoice.possibleActs.includes("DUPLICATE")
    ? { label: "Duplicate", onSelect: () => void copy() }
    : undefined;
  return [charges, credit, reissue, duplicating, cancel].filter((action) => action !== undefined);
}
