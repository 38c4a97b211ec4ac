import { Failure } from "@quittance/ui/Failure.tsx";
import type { FieldFault } from "@quittance/ui/faults.ts";
import { CheckboxField, DecimalField, TextAreaField, TextField, WholeField } from "@quittance/ui/fields.tsx";
import { FieldPair, Form } from "@quittance/ui/Form.tsx";
import { FormValues } from "@quittance/ui/FormValues.ts";
import { Notice } from "@quittance/ui/Notice.tsx";
import { Section } from "@quittance/ui/Thing.tsx";
import { useEffect, useRef, useState, type ReactNode } from "react";
import { useQuery } from "urql";
import { faultOf } from "@quittance/client/faultOf.ts";
import { graphql } from "../gql";
import type { InvoiceEntryInput } from "../gql/graphql.ts";
import styles from "./DraftForm.module.css";
import { DraftTotals } from "./DraftTotals.tsx";
import { enteredInvoice, sketched } from "./enteredInvoice.ts";
import { LineFields, type Line } from "./LineFields.tsx";

const PreviewInvoice = graphql(`
  query PreviewInvoice($entry: InvoiceEntryInput!) {
    previewInvoice(entry: $entry) {
      __typename
      ... on InvoicePreview {
        lines {
          net {
            amount
            currency
          }
          gross {
            amount
            currency
          }
        }
        ...DraftTotals
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

/** What the fields begin with. */
type Written = {
  currency: string;
  taxInclusive: boolean;
  lines: readonly Line[];
  discountPercent?: string | null | undefined;
  discountAmount?: string | null | undefined;
  dueDays?: number | null | undefined;
  note?: string | null | undefined;
  purchaseOrder?: string | null | undefined;
};

type Props = {
  customerId: string;
  written: Written;
  categories: readonly { id: string; name: string }[];
  submit: string;
  onSubmit: (entry: InvoiceEntryInput) => Promise<unknown>;
  faults?: readonly FieldFault[] | undefined;
  refusal?: ReactNode;
  beside?: ReactNode;
};

/** The fields of an invoice by hand; what it comes to stands beside it while one types. */
export function DraftForm(props: Props) {
  const { customerId, written, categories, submit, onSubmit, faults, refusal, beside } = props;
  const frame = useRef<HTMLDivElement>(null);
  const [count, setCount] = useState(written.lines.length);
  const [currency, setCurrency] = useState(written.currency);
  const [entry, setEntry] = useState<InvoiceEntryInput>();
  const rest = useRef<ReturnType<typeof setTimeout>>(undefined);

  const read = (lines: number) => {
    const form = frame.current?.querySelector("form");
    if (!form) return;
    const values = new FormValues(new FormData(form));
    setCurrency(values.text("currency").toUpperCase() || written.currency);
    setEntry(sketched(enteredInvoice(values, lines, customerId)));
  };
  const typed = () => {
    clearTimeout(rest.current);
    rest.current = setTimeout(() => read(count), 300);
  };
  // The fields themselves hold what was typed: they are read once they stand, and when a line came or went.
  useEffect(() => {
    rest.current = setTimeout(() => read(count), 0);
    return () => clearTimeout(rest.current);
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [count]);

  const [{ data, error, fetching }] = useQuery({
    query: PreviewInvoice,
    variables: { entry: entry ?? { customerId, currency, taxInclusive: false, lines: [] } },
    pause: entry === undefined,
    requestPolicy: "network-only",
  });
  const preview = data?.previewInvoice;
  const shown = preview?.__typename === "InvoicePreview" ? preview : undefined;
  const amounts =
    shown?.lines.length === count ? shown.lines.map(({ net, gross }) => gross ?? net) : undefined;

  return (
    <div ref={frame} className={styles.columns} onChange={typed}>
      <Form
        submit={submit}
        onSubmit={(values) => onSubmit(enteredInvoice(values, count, customerId))}
        {...(faults && { faults })}
        refusal={refusal}
        beside={beside}
      >
        <Section title="Lines">
          <LineFields
            lines={written.lines}
            categories={categories}
            currency={currency}
            amounts={amounts}
            onCount={setCount}
          />
        </Section>
        <Section title="The whole invoice">
          <div className={styles.fields}>
            <FieldPair>
              <TextField path="currency" label="Currency" required value={written.currency} maxLength={3} />
              <WholeField
                path="dueDays"
                label="Days to pay in"
                hint="Left empty, the customer's."
                value={written.dueDays?.toString()}
              />
            </FieldPair>
            <CheckboxField
              path="taxInclusive"
              label="The prices contain the tax"
              checked={written.taxInclusive}
            />
            <FieldPair>
              <DecimalField
                path="discountPercent"
                label="Discount on everything"
                suffix="%"
                value={written.discountPercent}
              />
              <DecimalField
                path="discountAmount"
                label="Then off everything"
                suffix={currency}
                value={written.discountAmount}
              />
            </FieldPair>
            <TextField
              path="purchaseOrder"
              label="Order number of the customer"
              hint="Left empty, the one kept with the customer."
              value={written.purchaseOrder}
            />
            <TextAreaField
              path="note"
              label="Note"
              hint="Left empty, the one kept with the customer."
              value={written.note}
            />
          </div>
        </Section>
      </Form>
      <div className={styles.totals}>
        <Section title="Total">
          {error && !fetching && <Failure what="The total could not be computed." fault={faultOf(error)} />}
          {preview && preview.__typename !== "InvoicePreview" && (
            <Notice tone="attention">{preview.message}</Notice>
          )}
          {shown ? (
            <div aria-live="polite" aria-busy={fetching}>
              <DraftTotals preview={shown} />
            </div>
          ) : (
            !preview && !error && <p>What it comes to appears here while you type.</p>
          )}
        </Section>
      </div>
    </div>
  );
}
