import { addressOf, AddressFields } from "@quittance/ui/AddressFields.tsx";
import { Dialog } from "@quittance/ui/Dialog.tsx";
import { Failure } from "@quittance/ui/Failure.tsx";
import type { FieldFault } from "@quittance/ui/faults.ts";
import { CheckboxField, TextField } from "@quittance/ui/fields.tsx";
import { Form } from "@quittance/ui/Form.tsx";
import type { FormValues } from "@quittance/ui/FormValues.ts";
import { LoadingCard } from "@quittance/ui/Loading.tsx";
import { Money } from "@quittance/ui/Money.tsx";
import { newKey } from "@quittance/ui/newKey.ts";
import { useState } from "react";
import { useClient, useQuery } from "urql";
import { useLocation } from "wouter";
import { faultOf } from "@quittance/client/faultOf.ts";
import { DraftTotals } from "../drafts/DraftTotals.tsx";
import { graphql } from "../gql";
import type { PreviewReissueInvoiceInput, PreviewReissueQuery } from "../gql/graphql";
import styles from "./CreditDialog.module.css";

const ReissuedCustomerQuery = graphql(`
  query ReissuedCustomer($customer: ID!) {
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
  }
`);

const PreviewReissue = graphql(`
  query PreviewReissue($input: PreviewReissueInvoiceInput!) {
    previewReissueInvoice(input: $input) {
      __typename
      ... on ReissuePreview {
        token
        invoice {
          ...DraftTotals
        }
        credited {
          amount
          currency
        }
        undone {
          amount
          currency
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
      ... on Unbillable {
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
      ... on ReissueQuoteStale {
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

type Preview = Extract<PreviewReissueQuery["previewReissueInvoice"], { __typename: "ReissuePreview" }>;

/** Cancels an invoice and issues it anew with what is put right of the customer, once the new one was shown. */
export function ReissueDialog({ invoice, onClose }: Props) {
  const [{ data, error }, ask] = useQuery({
    query: ReissuedCustomerQuery,
    variables: { customer: invoice.customer.id },
    requestPolicy: "network-only",
  });
  const client = useClient();
  const [, navigate] = useLocation();
  const [key, setKey] = useState(newKey);
  const [faults, setFaults] = useState<readonly FieldFault[]>();
  const [refusal, setRefusal] = useState<string>();
  const [shown, setShown] = useState<{ wanted: string; preview: Preview }>();
  const customer = data?.customer;

  const show = async (wanted: PreviewReissueInvoiceInput) => {
    setShown(undefined);
    const { data, error } = await client.query(
      PreviewReissue,
      { input: wanted },
      { requestPolicy: "network-only" },
    );
    if (!data) return setRefusal((error && faultOf(error).reason) ?? "No answer came. Try again.");
    const answer = data.previewReissueInvoice;
    switch (answer.__typename) {
      case "ReissuePreview":
        return setShown({ wanted: JSON.stringify(wanted), preview: answer });
      case "InvalidInput":
        return setFaults(answer.fields);
      case "MoreThanLeft":
      case "InvoiceVoid":
      case "InvoiceWrittenOff":
      case "InvoiceTakenOver":
      case "Unbillable":
        return setRefusal(answer.message);
    }
  };

  const reissue = async (wanted: PreviewReissueInvoiceInput, token: string, values: FormValues) => {
    const { data, error } = await client.mutation(ReissueInvoice, {
      input: {
        ...wanted,
        reason: values.text("reason"),
        mail: values.checked("mail"),
        quoteToken: token,
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
      case "ReissueQuoteStale":
        await show(wanted);
        return setRefusal(answer.message);
      case "InvalidInput":
        return setFaults(answer.fields);
      case "MoreThanLeft":
      case "InvoiceVoid":
      case "InvoiceWrittenOff":
      case "InvoiceTakenOver":
      case "PaymentInProgress":
      case "Unbillable":
      case "MonthClosed":
      case "KeyReused":
        return setRefusal(answer.message);
    }
  };

  const submit = (values: FormValues) => {
    setFaults(undefined);
    setRefusal(undefined);
    const wanted = {
      invoiceId: invoice.id,
      buyer: {
        name: values.text("buyer.name"),
        taxId: values.optional("buyer.taxId"),
        billingAddress: addressOf(values, "buyer.billingAddress"),
      },
    };
    // What was changed after it was shown is shown again first.
    return shown?.wanted === JSON.stringify(wanted)
      ? reissue(wanted, shown.preview.token, values)
      : show(wanted);
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
            submit={shown ? "Cancel and issue anew" : "Show the new invoice"}
            onSubmit={submit}
            {...(faults && { faults })}
            refusal={refusal}
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
            <div aria-live="polite">
              {shown && (
                <section aria-label="The new invoice">
                  <DraftTotals preview={shown.preview.invoice} />
                  <p>
                    The cancellation gives back <Money {...shown.preview.credited} />
                    {/[1-9]/.test(shown.preview.undone.amount) && (
                      <>
                        ; <Money {...shown.preview.undone} /> that had been paid becomes account credit
                      </>
                    )}
                    .
                  </p>
                </section>
              )}
            </div>
          </Form>
        </div>
      )}
    </Dialog>
  );
}
