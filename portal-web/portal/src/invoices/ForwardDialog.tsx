import { Button } from "@mantine/core";
import { faultOf } from "@quittance/client/faultOf.ts";
import { Dialog, DialogActions } from "@quittance/ui/Dialog.tsx";
import { Failure } from "@quittance/ui/Failure.tsx";
import type { FieldFault } from "@quittance/ui/faults.ts";
import { CheckboxField, TextAreaField, TextField } from "@quittance/ui/fields.tsx";
import { Form } from "@quittance/ui/Form.tsx";
import type { FormValues } from "@quittance/ui/FormValues.ts";
import { LoadingCard } from "@quittance/ui/Loading.tsx";
import { newKey } from "@quittance/ui/newKey.ts";
import { Notice } from "@quittance/ui/Notice.tsx";
import { useState } from "react";
import { useMutation, useQuery } from "urql";
import { graphql } from "../gql";
import type { ForwardDialogQuery as Answer } from "../gql/graphql.ts";

const ForwardDialogQuery = graphql(`
  query ForwardDialog($id: ID!) {
    invoice(id: $id) {
      id
      forwarding {
        subject
        body
        people {
          contactId
          name
          email
        }
      }
    }
  }
`);

const ForwardInvoice = graphql(`
  mutation ForwardInvoice($input: ForwardInvoiceInput!) {
    forwardInvoice(input: $input) {
      __typename
      ... on InvoiceForwarded {
        to
      }
      ... on InvalidInput {
        fields {
          path
          message
        }
      }
      ... on Problem {
        message
      }
    }
  }
`);

type Forwarding = NonNullable<NonNullable<Answer["invoice"]>["forwarding"]>;
type Props = { invoice: { id: string; number: string }; onClose: () => void };

/** Mails an invoice with its PDF to other people of the customer. */
export function ForwardDialog({ invoice, onClose }: Props) {
  const [{ data, error }, ask] = useQuery({
    query: ForwardDialogQuery,
    variables: { id: invoice.id },
    requestPolicy: "network-only",
  });
  const [sentTo, setSentTo] = useState<readonly string[]>();
  return (
    <Dialog opened onClose={onClose} title={`Forward ${invoice.number}`}>
      {sentTo ? (
        <>
          <Notice tone="positive" title="On its way.">
            To {sentTo.join(", ")}, with the PDF attached.
          </Notice>
          <DialogActions>
            <Button onClick={onClose}>Done</Button>
          </DialogActions>
        </>
      ) : error && !data ? (
        <Failure
          what="The people it can go to could not be loaded."
          fault={faultOf(error)}
          onRetry={() => ask({ requestPolicy: "network-only" })}
        />
      ) : data?.invoice?.forwarding ? (
        <ForwardForm invoiceId={invoice.id} forwarding={data.invoice.forwarding} onSent={setSentTo} />
      ) : (
        <LoadingCard lines={6} />
      )}
    </Dialog>
  );
}

function ForwardForm(props: {
  invoiceId: string;
  forwarding: Forwarding;
  onSent: (to: readonly string[]) => void;
}) {
  const { invoiceId, forwarding, onSent } = props;
  const [, send] = useMutation(ForwardInvoice);
  const [key, setKey] = useState(newKey);
  const [faults, setFaults] = useState<readonly FieldFault[]>();
  const [refusal, setRefusal] = useState<string>();
  const submit = async (values: FormValues) => {
    setFaults(undefined);
    setRefusal(undefined);
    const contactIds = values.all("contactIds");
    if (contactIds.length === 0) return setRefusal("Choose at least one person.");
    const { data, error } = await send({
      input: {
        invoiceId,
        contactIds,
        subject: values.text("subject"),
        body: values.text("body"),
        idempotencyKey: key,
      },
    });
    if (!data) return setRefusal((error && faultOf(error).reason) ?? "No answer came. Try again.");
    setKey(newKey());
    const answer = data.forwardInvoice;
    if (answer.__typename === "InvoiceForwarded") return onSent(answer.to);
    if (answer.__typename === "InvalidInput") return setFaults(answer.fields);
    return setRefusal(answer.message);
  };
  return (
    <Form submit="Send" onSubmit={submit} {...(faults && { faults })} refusal={refusal}>
      <fieldset style={{ border: 0, margin: 0, padding: 0, display: "grid", gap: 8 }}>
        <legend style={{ padding: 0, marginBottom: 8 }}>To</legend>
        {forwarding.people.map(({ contactId, name, email }) => (
          <CheckboxField key={contactId} path="contactIds" label={name} hint={email} value={contactId} />
        ))}
      </fieldset>
      <TextField path="subject" label="Subject" required value={forwarding.subject} maxLength={200} />
      <TextAreaField path="body" label="Message" required rows={8} value={forwarding.body} />
    </Form>
  );
}
