import { Button, Checkbox } from "@mantine/core";
import { Day } from "@quittance/ui/Day.tsx";
import { Dialog, DialogActions } from "@quittance/ui/Dialog.tsx";
import { moneyText, type Amount } from "@quittance/ui/Money.tsx";
import { newKey } from "@quittance/ui/newKey.ts";
import { Notice } from "@quittance/ui/Notice.tsx";
import { useState } from "react";
import { useMutation } from "urql";
import { useLocation } from "wouter";
import { faultOf } from "@quittance/client/faultOf.ts";
import { getFragmentData, graphql, type FragmentType } from "../gql";
import { DraftTotals, DraftTotalsFields } from "./DraftTotals.tsx";

const PostInvoiceDraft = graphql(`
  mutation PostInvoiceDraft($input: PostInvoiceDraftInput!) {
    postInvoiceDraft(input: $input) {
      __typename
      ... on InvoiceDraftPosted {
        invoice {
          id
        }
      }
      ... on DraftChanged {
        message
      }
      ... on DraftWasPosted {
        message
      }
      ... on Unbillable {
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

type Props = {
  draft: {
    id: string;
    version: number;
    fault?: string | null | undefined;
    customer: { name: string; email?: string | null | undefined };
    preview?: ({ total: Amount } & FragmentType<typeof DraftTotalsFields>) | null | undefined;
  };
  onClose: () => void;
};

/** Shows once more what a draft comes to, then posts it. */
export function PostDraftDialog({ draft, onClose }: Props) {
  const { id, version, fault, customer, preview } = draft;
  const [{ fetching }, post] = useMutation(PostInvoiceDraft);
  const [, navigate] = useLocation();
  const [key, setKey] = useState(newKey);
  const [mail, setMail] = useState(true);
  const [refusal, setRefusal] = useState<string>();
  const act = async () => {
    setRefusal(undefined);
    const { data, error } = await post({ input: { id, version, mail, idempotencyKey: key } });
    if (!data) return setRefusal((error && faultOf(error).reason) ?? "No answer came. Try again.");
    setKey(newKey());
    const answer = data.postInvoiceDraft;
    switch (answer.__typename) {
      case "InvoiceDraftPosted":
        return navigate(`/invoices/${answer.invoice.id}`);
      case "DraftChanged":
      case "DraftWasPosted":
      case "Unbillable":
      case "MonthClosed":
      case "KeyReused":
      case "InvalidInput":
        return setRefusal(answer.message);
    }
  };
  return (
    <Dialog opened onClose={onClose} title={`Post the invoice for ${customer.name}`}>
      <div style={{ display: "grid", gap: 16 }}>
        {(refusal ?? fault) && <Notice tone="negative">{refusal ?? fault}</Notice>}
        {preview && <DraftTotals preview={preview} />}
        {preview && (
          <p>
            It gets its number now and never changes again. Due on{" "}
            <Day value={getFragmentData(DraftTotalsFields, preview).dueOn} />.
          </p>
        )}
        <Checkbox
          label="Mail it to the customer"
          description={customer.email ?? "The customer has no email address."}
          checked={mail}
          onChange={(event) => setMail(event.currentTarget.checked)}
        />
      </div>
      <DialogActions>
        <Button variant="default" onClick={onClose}>
          Go on writing
        </Button>
        <Button loading={fetching} disabled={!preview} onClick={() => void act()}>
          {preview ? `Post ${moneyText(preview.total)}` : "Post"}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
