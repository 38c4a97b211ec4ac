import { Button } from "@mantine/core";
import { Failure } from "@quittance/ui/Failure.tsx";
import type { FieldFault } from "@quittance/ui/faults.ts";
import { CheckboxField, TextField } from "@quittance/ui/fields.tsx";
import { FieldPair, Form } from "@quittance/ui/Form.tsx";
import { FormValues } from "@quittance/ui/FormValues.ts";
import { LoadingCard } from "@quittance/ui/Loading.tsx";
import { newKey } from "@quittance/ui/newKey.ts";
import { Notice } from "@quittance/ui/Notice.tsx";
import { PageTitle } from "@quittance/ui/PageTitle.tsx";
import { Section } from "@quittance/ui/Thing.tsx";
import { useRef, useState } from "react";
import { useMutation, useQuery } from "urql";
import { Link, useLocation } from "wouter";
import { faultOf, isNotFound } from "@quittance/client/faultOf.ts";
import NotFoundPage from "../app/NotFoundPage.tsx";
import { enteredLines } from "../drafts/enteredInvoice.ts";
import form from "../drafts/DraftForm.module.css";
import { LineFields, oneEmptyLine } from "../drafts/LineFields.tsx";
import { graphql } from "../gql";
import type { CreditCustomerQuery as Answer, PreviewCreditCustomerInput } from "../gql/graphql.ts";
import { CreditPreviewView } from "./CreditPreviewView.tsx";
import { useRested } from "@quittance/ui/useRested.ts";

const CreditCustomerQuery = graphql(`
  query CreditCustomer($id: ID!) {
    customer(id: $id) {
      id
      name
      currency
    }
    taxCategories {
      id
      name
    }
  }
`);

const PreviewCreditCustomer = graphql(`
  query PreviewCreditCustomer($input: PreviewCreditCustomerInput!) {
    previewCreditCustomer(input: $input) {
      __typename
      ... on CreditPreview {
        token
        lines {
          net {
            amount
            currency
          }
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

const CreditCustomerAct = graphql(`
  mutation CreditCustomerAct($input: CreditCustomerInput!) {
    creditCustomer(input: $input) {
      __typename
      ... on CustomerCredited {
        creditNote {
          id
        }
      }
      ... on CreditQuoteStale {
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

/** Credits a customer without an invoice. */
export default function CreditCustomerPage({ params }: { params: { id: string } }) {
  const [{ data, error }, ask] = useQuery({ query: CreditCustomerQuery, variables: { id: params.id } });
  if (isNotFound(error) || data?.customer === null) return <NotFoundPage />;
  if (error && !data)
    return (
      <Failure
        what="The customer could not be loaded."
        fault={faultOf(error)}
        onRetry={() => ask({ requestPolicy: "network-only" })}
      />
    );
  if (!data?.customer) return <LoadingCard lines={8} />;
  return <Entering customer={data.customer} categories={data.taxCategories} />;
}

type Props = { customer: NonNullable<Answer["customer"]>; categories: Answer["taxCategories"] };

function Entering({ customer, categories }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const [, credit] = useMutation(CreditCustomerAct);
  const [, navigate] = useLocation();
  const [count, setCount] = useState(1);
  const [wish, setWish] = useState(() => nothing(customer));
  const [key, setKey] = useState(newKey);
  const [faults, setFaults] = useState<readonly FieldFault[]>();
  const [refusal, setRefusal] = useState<string>();
  const entered = (values: FormValues) => {
    const currency = values.text("currency").toUpperCase();
    return {
      customerId: customer.id,
      currency,
      taxInclusive: values.checked("taxInclusive"),
      lines: enteredLines(values, count, currency),
    };
  };
  const typed = () => {
    const element = frame.current?.querySelector("form");
    if (!element) return;
    const now = entered(new FormValues(new FormData(element)));
    setWish({ ...now, lines: now.lines.map((line) => ({ ...line, description: line.description || "…" })) });
  };
  const rested = useRested(wish);
  const [{ data, error, fetching }, ask] = useQuery({
    query: PreviewCreditCustomer,
    variables: { input: rested },
    pause: !rested.lines.some(({ unitPrice }) => /[1-9]/.test(unitPrice)),
    requestPolicy: "network-only",
  });
  const preview = data?.previewCreditCustomer;
  const shown = preview?.__typename === "CreditPreview" ? preview : undefined;

  const submit = async (values: FormValues) => {
    setFaults(undefined);
    setRefusal(undefined);
    if (fetching || JSON.stringify(rested) !== JSON.stringify(wish))
      return setRefusal("The total is still being computed. Look at it, then post the credit note.");
    const { data, error } = await credit({
      input: {
        ...entered(values),
        reason: values.text("reason"),
        mail: values.checked("mail"),
        ...(shown && { quoteToken: shown.token }),
        idempotencyKey: key,
      },
    });
    if (!data) return setRefusal((error && faultOf(error).reason) ?? "No answer came. Try again.");
    setKey(newKey());
    const answer = data.creditCustomer;
    switch (answer.__typename) {
      case "CustomerCredited":
        return navigate(`/credit-notes/${answer.creditNote.id}`);
      case "CreditQuoteStale":
        setRefusal(answer.message);
        return ask();
      case "Unbillable":
      case "MonthClosed":
      case "KeyReused":
        return setRefusal(answer.message);
      case "InvalidInput":
        return setFaults(answer.fields);
    }
  };
  return (
    <>
      <PageTitle
        title="Credit without an invoice"
        note={
          <>
            For <Link href={`/customers/${customer.id}`}>{customer.name}</Link>: it becomes account credit.
          </>
        }
      />
      <div ref={frame} className={form.columns} onChange={typed}>
        <Form
          submit="Post credit note"
          onSubmit={submit}
          {...(faults && { faults })}
          refusal={refusal}
          beside={
            <Button component={Link} href={`/customers/${customer.id}`} variant="default">
              Cancel
            </Button>
          }
        >
          <Section title="What is credited">
            <LineFields
              lines={oneEmptyLine}
              categories={categories}
              currency={customer.currency}
              amounts={shown?.lines.length === count ? shown.lines.map(({ net }) => net) : undefined}
              onCount={setCount}
            />
          </Section>
          <Section title="The credit note">
            <div className={form.fields}>
              <FieldPair>
                <TextField path="reason" label="Reason" required hint="Printed on the credit note." />
                <TextField
                  path="currency"
                  label="Currency"
                  required
                  value={customer.currency}
                  maxLength={3}
                />
              </FieldPair>
              <CheckboxField path="taxInclusive" label="The prices contain the tax" />
              <CheckboxField path="mail" label="Mail it to the customer" checked />
            </div>
          </Section>
        </Form>
        <div className={form.totals}>
          <Section title="Total">
            {error && !fetching && <Failure what="The total could not be computed." fault={faultOf(error)} />}
            {preview && preview.__typename !== "CreditPreview" && (
              <Notice tone="attention">{preview.message}</Notice>
            )}
            {shown ? (
              <CreditPreviewView preview={shown} title="Credited" />
            ) : (
              <p>What it comes to appears here while you type.</p>
            )}
          </Section>
        </div>
      </div>
    </>
  );
}

function nothing({ id, currency }: { id: string; currency: string }): PreviewCreditCustomerInput {
  return { customerId: id, currency, taxInclusive: false, lines: [] };
}
