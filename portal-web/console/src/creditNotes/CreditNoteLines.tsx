import { Days } from "@quittance/ui/Day.tsx";
import { exchangeText, roundingLabel } from "@quittance/ui/taxTexts.ts";
import { Money } from "@quittance/ui/Money.tsx";
import { Sum } from "../drafts/DraftTotals.tsx";
import { getFragmentData, graphql, type FragmentType } from "../gql";
import styles from "../corrections/CreditPreviewView.module.css";

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
      unitPrice {
        amount
        currency
      }
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
    <div className={styles.preview}>
      {lines.map((line) => (
        <details key={line.id}>
          <summary className={styles.line}>
            <span>
              {line.description}
              <span className={styles.soft}>
                {line.period && (
                  <>
                    {" "}
                    <Days {...line.period} />
                  </>
                )}
                {line.quantity && ` · ${line.quantity} units`}
                {line.taxLabel && ` · ${line.taxLabel}`}
              </span>
            </span>
            <Money {...line.net} />
          </summary>
          <ul className={styles.why}>
            {line.explanation.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </details>
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
