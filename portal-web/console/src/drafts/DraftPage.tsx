import { Button } from "@mantine/core";
import { ActionMenu } from "@quittance/ui/ActionMenu.tsx";
import { ConfirmDialog } from "@quittance/ui/ConfirmDialog.tsx";
import { Moment } from "@quittance/ui/Day.tsx";
import { Failure } from "@quittance/ui/Failure.tsx";
import type { FieldFault } from "@quittance/ui/faults.ts";
import { LoadingCard } from "@quittance/ui/Loading.tsx";
import { Notice, Saved } from "@quittance/ui/Notice.tsx";
import { PageTitle } from "@quittance/ui/PageTitle.tsx";
import { StatusBadge } from "@quittance/ui/StatusBadge.tsx";
import { useState } from "react";
import { useMutation, useQuery } from "urql";
import { Link, Redirect, useLocation } from "wouter";
import { faultOf, isNotFound } from "@quittance/client/faultOf.ts";
import NotFoundPage from "../app/NotFoundPage.tsx";
import { useMay } from "../app/viewer.ts";
import { getFragmentData, graphql } from "../gql";
import type { DraftEntryFragment, InvoiceEntryInput } from "../gql/graphql.ts";
import { DraftForm } from "./DraftForm.tsx";
import { ofEntry } from "./enteredInvoice.ts";
import { PostDraftDialog } from "./PostDraftDialog.tsx";

const DraftEntryFields = graphql(`
  fragment DraftEntry on DraftInvoice {
    id
    version
    currency
    changedAt
    fault
    customer {
      id
      name
      email
    }
    entry {
      taxInclusive
      discountPercent
      discountAmount
      dueDays
      note
      purchaseOrder
      lines {
        description
        quantity
        unitPrice
        taxCategoryId
        serviceFrom
        serviceUntil
        discountPercent
        discountAmount
      }
    }
    preview {
      total {
        amount
        currency
      }
      ...DraftTotals
    }
  }
`);

const DraftPageQuery = graphql(`
  query DraftPage($id: ID!) {
    invoiceDraft(id: $id) {
      __typename
      ...DraftEntry
      ... on DraftWasPosted {
        invoice {
          id
        }
      }
    }
    taxCategories {
      id
      name
    }
  }
`);

const UpdateInvoiceDraft = graphql(`
  mutation UpdateInvoiceDraft($input: UpdateInvoiceDraftInput!) {
    updateInvoiceDraft(input: $input) {
      __typename
      ... on InvoiceDraftSaved {
        draft {
          ...DraftEntry
        }
      }
      ... on DraftChanged {
        message
      }
      ... on DraftWasPosted {
        message
      }
      ... on InvalidInput {
        fields {
          path
          message
        }
      }
    }
  }
`);

const DeleteInvoiceDraft = graphql(`
  mutation DeleteInvoiceDraft($input: DeleteInvoiceDraftInput!) {
    deleteInvoiceDraft(input: $input) {
      __typename
      ... on DraftChanged {
        message
      }
      ... on DraftWasPosted {
        message
      }
    }
  }
`);

type Category = { id: string; name: string };

/** An invoice that is being written: changed, posted, or thrown away. */
export default function DraftPage({ params }: { params: { id: string } }) {
  const [{ data, error }, ask] = useQuery({
    query: DraftPageQuery,
    variables: { id: params.id },
    requestPolicy: "cache-and-network",
  });
  if (isNotFound(error)) return <NotFoundPage />;
  if (error && !data)
    return (
      <Failure
        what="The draft could not be loaded."
        fault={faultOf(error)}
        onRetry={() => ask({ requestPolicy: "network-only" })}
      />
    );
  if (!data) return <LoadingCard lines={8} />;
  const found = data.invoiceDraft;
  if (found.__typename === "DraftWasPosted") return <Redirect to={`/invoices/${found.invoice.id}`} replace />;
  const draft = getFragmentData(DraftEntryFields, found);
  return <Editing key={draft.id} draft={draft} categories={data.taxCategories} />;
}

function Editing({
  draft: loaded,
  categories,
}: {
  draft: DraftEntryFragment;
  categories: readonly Category[];
}) {
  const [draft, setDraft] = useState(loaded);
  const [, update] = useMutation(UpdateInvoiceDraft);
  const mayWrite = useMay("INVOICE_WRITE");
  const [faults, setFaults] = useState<readonly FieldFault[]>();
  const [refusal, setRefusal] = useState<string>();
  const [saved, setSaved] = useState(false);
  const [dialog, setDialog] = useState<"post" | "delete">();
  const { id, version, customer, currency, entry, fault } = draft;

  const save = async (typed: InvoiceEntryInput, then?: () => void) => {
    setFaults(undefined);
    setRefusal(undefined);
    setSaved(false);
    const { data, error } = await update({ input: { id, version, entry: typed } });
    if (!data) return setRefusal((error && faultOf(error).reason) ?? "Nothing was saved. Try again.");
    const answer = data.updateInvoiceDraft;
    switch (answer.__typename) {
      case "InvoiceDraftSaved":
        setDraft(getFragmentData(DraftEntryFields, answer.draft));
        setSaved(true);
        return then?.();
      case "DraftChanged":
      case "DraftWasPosted":
        return setRefusal(`${answer.message} Reload the page to see it.`);
      case "InvalidInput":
        return setFaults(ofEntry(answer.fields));
    }
  };
  return (
    <>
      <PageTitle
        title="Draft invoice"
        note={
          <>
            For <Link href={`/customers/${customer.id}`}>{customer.name}</Link> · saved{" "}
            <Moment value={draft.changedAt} /> <StatusBadge status="DRAFT" />
          </>
        }
        actions={
          mayWrite && (
            <ActionMenu
              label="More actions for this draft"
              actions={[{ label: "Delete draft", danger: true, onSelect: () => setDialog("delete") }]}
            />
          )
        }
      />
      {fault && (
        <Notice quiet tone="attention" title="It can't be posted as things are.">
          {fault}
        </Notice>
      )}
      <DraftForm
        customerId={customer.id}
        written={{ currency, ...entry }}
        categories={categories}
        submit="Save and review"
        onSubmit={(typed) => save(typed, () => setDialog("post"))}
        faults={faults}
        refusal={refusal}
        beside={
          <>
            <Button component={Link} href="/drafts" variant="default">
              All drafts
            </Button>
            {saved && <Saved />}
          </>
        }
      />
      {dialog === "post" && (
        <PostDraftDialog
          draft={{ id, version, fault, customer, preview: draft.preview }}
          onClose={() => setDialog(undefined)}
        />
      )}
      <DeleteDialog draft={draft} opened={dialog === "delete"} onClose={() => setDialog(undefined)} />
    </>
  );
}

type DeleteProps = { draft: DraftEntryFragment; opened: boolean; onClose: () => void };

function DeleteDialog({ draft: { id, version }, opened, onClose }: DeleteProps) {
  const [, remove] = useMutation(DeleteInvoiceDraft);
  const [, navigate] = useLocation();
  const confirm = async () => {
    const { data, error } = await remove({ input: { id, version } });
    if (!data) return (error && faultOf(error).reason) ?? "Nothing was deleted. Try again.";
    switch (data.deleteInvoiceDraft.__typename) {
      case "InvoiceDraftDeleted":
        navigate("/drafts");
        return;
      case "DraftChanged":
      case "DraftWasPosted":
        return data.deleteInvoiceDraft.message;
    }
  };
  return (
    <ConfirmDialog
      opened={opened}
      onClose={onClose}
      title="Delete this draft?"
      confirm="Delete draft"
      danger
      onConfirm={confirm}
    >
      Nothing has been billed. What was entered is gone.
    </ConfirmDialog>
  );
}
