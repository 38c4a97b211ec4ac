import { addressOf, AddressFields } from "@quittance/ui/AddressFields.tsx";
import { Dialog } from "@quittance/ui/Dialog.tsx";
import { Failure } from "@quittance/ui/Failure.tsx";
import type { FieldFault } from "@quittance/ui/faults.ts";
import { CheckboxField, TextField } from "@quittance/ui/fields.tsx";
import { Form } from "@quittance/ui/Form.tsx";
import type { FormValues } from "@quittance/ui/FormValues.ts";
import { LoadingCard } from "@quittance/ui/Loading.tsx";
import { newKey } from "@quittance/ui/newKey.ts";
import { useState } from "react";
import { useMutation, useQuery } from "urql";
import { useLocation } from "wouter";
import { faultOf } from "@quittance/client/faultOf.ts";
import { DraftTotals } from "../drafts/DraftTotals.tsx";
import { graphql } from "../gql";
import styles from "./CreditDialog.module.css";

const ReissueQuery = graphql(`
  query Reissue($id: ID!, $customer: ID!) {
    customer(id: $customer) {
      id
      name
      taxId
      billingAddress {
        name
        line1
        line2
        city
        region
        postalCode
        country
      }
    }
    previewReissueInvoice(invoiceId: $id) {
      __typename
      ... on InvoicePreview {
        ...DraftTotals
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
    }
  }
`);

const ReissueInvoice = graphql(`
  mutation ReissueInvoice($input: ReissueInvoiceInput!) {
    reissueInvoice(input: $input) {
      __typename
      ... on InvoiceReissued {
        cancelled {
          id
          status
        }
        invoice {
          id
        }
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
        fields {
          path
          message
        }
      }
    }
  }
`);

type Props = {
  invoice: { id: string; number?: string | null | undefined; customer: { id: string } };
  onClose: () => void;
};

/** Cancels an invoice and issues it anew with what is put right of the customer. */
export function ReissueDialog({ invoice, onClose }: Props) {
  const [{ data, error }, ask] = useQuery({
    query: ReissueQuery,
    variables: { id: invoice.id, customer: invoice.customer.id },
    requestPolicy: "network-only",
  });
  const [, reissue] = useMutation(ReissueInvoice);
  const [, navigate] = useLocation();
  const [key, setKey] = useState(newKey);
  const [faults, setFaults] = useState<readonly FieldFault[]>();
  const [refusal, setRefusal] = useState<string>();
  const customer = data?.customer;
  const preview = data?.previewReissueInvoice;
  const submit = async (values: FormValues) => {
    setFaults(undefined);
    setRefusal(undefined);
    const { data, error } = await reissue({
      input: {
        invoiceId: invoice.id,
        buyer: {
          name: values.text("buyer.name"),
          taxId: values.optional("buyer.taxId"),
          billingAddress: addressOf(values, "buyer.billingAddress"),
        },
        reason: values.text("reason"),
        mail: values.checked("mail"),
        idempotencyKey: key,
      },
    });
    if (!data) return setRefusal((error && faultOf(error).reason) ?? "No answer came. Try again.");
    setKey(newKey());
    const answer = data.reissueInvoice;
    switch (answer.__typename) {
      case "InvoiceReissued":
        onClose();
        return navigate(`/invoices/${answer.invoice.id}`);
      case "MoreThanLeft":
      case "InvoiceVoid":
      case "InvoiceWrittenOff":
      case "InvoiceTakenOver":
      case "PaymentInProgress":
      case "Unbillable":
      case "MonthClosed":
      case "KeyReused":
        return setRefusal(answer.message);
      case "InvalidInput":
        return setFaults(answer.fields);
    }
  };
  return (
    <Dialog opened wide onClose={onClose} title={`Issue ${invoice.number ?? "invoice"} anew`}>
      {error && !data && (
        <Failure
          what="The customer could not be loaded."
          fault={faultOf(error)}
          onRetry={() => ask({ requestPolicy: "network-only" })}
        />
      )}
      {!data && !error && <LoadingCard lines={6} />}
      {customer && (
        <div className={styles.body}>
          <p>
            This invoice is cancelled and a new one bills the same lines, in one go. What is put right here is
            kept with the customer, too.
          </p>
          <Form
            submit="Cancel and issue anew"
            onSubmit={submit}
            {...(faults && { faults })}
            refusal={
              refusal ?? (preview && preview.__typename !== "InvoicePreview" ? preview.message : undefined)
            }
          >
            <TextField path="buyer.name" label="Company or person" required value={customer.name} />
            <TextField path="buyer.taxId" label="Tax id" value={customer.taxId} />
            <AddressFields
              path="buyer.billingAddress"
              title="Billing address"
              address={customer.billingAddress}
            />
            <TextField
              path="reason"
              label="Reason"
              required
              hint="Printed on the cancellation."
              value="Issued anew with corrected details"
            />
            <CheckboxField path="mail" label="Mail both documents to the customer" checked />
          </Form>
          {preview?.__typename === "InvoicePreview" && (
            <section aria-label="With the present details">
              <p>With the present details the new invoice comes to:</p>
              <DraftTotals preview={preview} />
            </section>
          )}
        </div>
      )}
    </Dialog>
  );
}
