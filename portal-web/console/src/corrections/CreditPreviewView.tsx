import { Days } from "@quittance/ui/Day.tsx";
import { Money, type Amount } from "@quittance/ui/Money.tsx";
import { getFragmentData, graphql, type FragmentType } from "../gql";
import { Sum } from "../drafts/DraftTotals.tsx";
import styles from "./CreditPreviewView.module.css";

const CreditPreviewFields = graphql(`
  fragment CreditPreviewShown on CreditPreview {
    net {
      amount
      currency
    }
    total {
      amount
      currency
    }
    settles {
      amount
      currency
    }
    toAccount {
      amount
      currency
    }
    undone {
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
    lines {
      description
      net {
        amount
        currency
      }
      period {
        start
        end
      }
      explanation
    }
  }
`);

type Props = { preview: FragmentType<typeof CreditPreviewFields>; title: string };

/** What is given back, each amount with its reasons, and where it goes. */
export function CreditPreviewView({ preview, title }: Props) {
  const shown = getFragmentData(CreditPreviewFields, preview);
  const { lines, net, taxRows, rounding, total, settles, toAccount, undone } = shown;
  return (
    <section aria-label={title} className={styles.preview}>
      {lines.map((line, i) => (
        <details key={i}>
          <summary className={styles.line}>
            <span>
              {line.description}
              {line.period && (
                <span className={styles.soft}>
                  {" "}
                  <Days {...line.period} />
                </span>
              )}
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
        {isSomething(rounding) && <Sum label="Rounding" value={rounding} />}
        <Sum label={title} value={total} strong />
        {isSomething(settles) && <Sum label="Settles the invoice" value={settles} />}
        {isSomething(toAccount) && <Sum label="Becomes account credit" value={toAccount} />}
        {isSomething(undone) && <Sum label="Paid before, becomes account credit" value={undone} />}
      </dl>
    </section>
  );
}

function isSomething({ amount }: Amount): boolean {
  return /[1-9]/.test(amount);
}
