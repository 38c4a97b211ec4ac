import { Sum } from "@quittance/ui/Sum.tsx";
import { getFragmentData, graphql, type FragmentType } from "../gql";
import styles from "./DraftTotals.module.css";

export const DraftTotalsFields = graphql(`
  fragment DraftTotals on InvoicePreview {
    net {
      amount
      currency
    }
    total {
      amount
      currency
    }
    rounding {
      amount
      currency
    }
    taxRows {
      label
      tax {
        amount
        currency
      }
    }
    dueOn
  }
`);

/** What an invoice by hand comes to, as the server computed it. */
export function DraftTotals({ preview }: { preview: FragmentType<typeof DraftTotalsFields> }) {
  const { net, total, rounding, taxRows } = getFragmentData(DraftTotalsFields, preview);
  return (
    <dl className={styles.sums}>
      <Sum label="Net" value={net} />
      {taxRows.map(({ label, tax }) => (
        <Sum key={label} label={label} value={tax} />
      ))}
      {/[1-9]/.test(rounding.amount) && <Sum label="Rounding" value={rounding} />}
      <Sum label="Total" value={total} strong />
    </dl>
  );
}
