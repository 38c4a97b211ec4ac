import { Button } from "@mantine/core";
import { Dialog, DialogActions } from "@quittance/ui/Dialog.tsx";
import type { FieldFault } from "@quittance/ui/faults.ts";
import { TextAreaField } from "@quittance/ui/fields.tsx";
import { Form } from "@quittance/ui/Form.tsx";
import type { FormValues } from "@quittance/ui/FormValues.ts";
import { newKey } from "@quittance/ui/newKey.ts";
import { Notice } from "@quittance/ui/Notice.tsx";
import { useState } from "react";
import { useMutation } from "urql";
import { faultOf } from "@quittance/client/faultOf.ts";
import { graphql } from "../gql";

const EmailInvoice = graphql(`
  mutation EmailInvoice($input: EmailInvoiceInput!) {
    emailInvoice(input: $input) {
      __typename
      ... on InvoiceMailed {
        to
        invoice {
          id
          mailedAt
        }
      }
      ... on NoRecipient {
        message
      }
      ... on InvoiceNotPosted {
        message
      }
      ... on InvoiceTakenOver {
        message
      }
      ... on KeyReused {
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

type Props = {
  invoice: { id: string; number?: string | null | undefined };
  /** Who gets the customer's invoices. */
  recipients: readonly string[];
  onClose: () => void;
};

/** Mails an invoice with its PDF. */
export function EmailInvoiceDialog({ invoice, recipients, onClose }: Props) {
  const [, send] = useMutation(EmailInvoice);
  const [key, setKey] = useState(newKey);
  const [faults, setFaults] = useState<readonly FieldFault[]>();
  const [refusal, setRefusal] = useState<string>();
  const [sentTo, setSentTo] = useState<readonly string[]>();
  const submit = async (values: FormValues) => {
    setFaults(undefined);
    setRefusal(undefined);
    const to = values.all("to");
    const { data, error } = await send({
      input: { invoiceId: invoice.id, ...(to.length > 0 && { to }), idempotencyKey: key },
    });
    if (!data) return setRefusal((error && faultOf(error).reason) ?? "No answer came. Try again.");
    setKey(newKey());
    const answer = data.emailInvoice;
    switch (answer.__typename) {
      case "InvoiceMailed":
        return setSentTo(answer.to);
      case "NoRecipient":
      case "InvoiceNotPosted":
      case "InvoiceTakenOver":
      case "KeyReused":
        return setRefusal(answer.message);
      case "InvalidInput":
        return setFaults(answer.fields);
    }
  };
  return (
    <Dialog opened onClose={onClose} title={`Email ${invoice.number ?? "invoice"}`}>
      {sentTo ? (
        <>
          <Notice tone="positive" title="On its way.">
            To {sentTo.join(", ")}, with the PDF attached.
          </Notice>
          <DialogActions>
            <Button onClick={onClose}>Done</Button>
          </DialogActions>
        </>
      ) : (
        <Form submit="Send invoice" onSubmit={submit} {...(faults && { faults })} refusal={refusal}>
          <TextAreaField
            path="to"
            label="Addresses"
            required
            hint="One per line. The PDF is attached."
            value={recipients.join("\n")}
          />
        </Form>
      )}
    </Dialog>
  );
}
