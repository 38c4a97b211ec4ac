import { exchangeText, roundingLabel } from "@quittance/ui/taxTexts.ts";
import { Sum } from "@quittance/ui/Sum.tsx";
import { getFragmentData, graphql, type FragmentType } from "../gql";
import { CreditedLine } from "./CreditedLine.tsx";
import styles from "./CreditedLine.module.css";

const CreditNoteLinesFields = graphql(`
  fragment CreditNoteLines on CreditNote {
    id
    net {
      amount
      currency
    }
    total {
      amount
      currency
    }
    lines {
      id
      description
      quantity
      net {
        amount
        currency
      }
      period {
        start
        end
      }
      taxLabel
      explanation
    }
    cashRounding {
      currency
      increment
    }
    rounding {
      amount
      currency
    }
    taxExchange {
      currency
      rate
      on
      tax {
        amount
        currency
      }
    }
    taxRows {
      label
      tax {
        amount
        currency
      }
    }
  }
`);

/** The lines of a credit note, each with how its amount came about, the tax and the sums. */
export function CreditNoteLines({ note }: { note: FragmentType<typeof CreditNoteLinesFields> }) {
  const { lines, net, taxRows, cashRounding, rounding, taxExchange, total } = getFragmentData(
    CreditNoteLinesFields,
    note,
  );
  return (
    <div className={styles.lines}>
      {lines.map((line) => (
        <CreditedLine key={line.id} line={line} />
      ))}
      <dl className={styles.sums}>
        <Sum label="Net" value={net} />
        {taxRows.map(({ label, tax }) => (
          <Sum key={label} label={label} value={tax} />
        ))}
        {cashRounding && <Sum label={roundingLabel(cashRounding)} value={rounding} />}
        <Sum label="Total" value={total} strong />
      </dl>
      {taxExchange && <p className={styles.soft}>{exchangeText(taxExchange, total.currency)}</p>}
    </div>
  );
}
