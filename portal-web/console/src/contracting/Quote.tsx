import { Day, Days } from "@quittance/ui/Day.tsx";
import { Money, type Amount } from "@quittance/ui/Money.tsx";
import { getFragmentData, graphql, type FragmentType } from "../gql";
import styles from "./Quote.module.css";

export const QuoteFields = graphql(`
  fragment Quote on SubscriptionQuote {
    token
    actsOn
    net {
      amount
      currency
    }
    tax {
      amount
      currency
    }
    rounding {
      amount
      currency
    }
    total {
      amount
      currency
    }
    nextInvoiceOn
    nextInvoiceTotal {
      amount
      currency
    }
    lines {
      description
      quantity
      amount {
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

/** What an act bills or credits, each amount with its reasons. */
export function Quote({ quote, title }: { quote: FragmentType<typeof QuoteFields>; title: string }) {
  const { lines, net, tax, rounding, total, nextInvoiceOn, nextInvoiceTotal } = getFragmentData(
    QuoteFields,
    quote,
  );
  return (
    <section aria-label={title} className={styles.quote}>
      {lines.length === 0 && <p>Nothing is billed or credited now.</p>}
      {lines.map((line, i) => (
        <details key={i} className={styles.line}>
          <summary>
            <span>
              {line.description}
              {line.period && (
                <span className={styles.soft}>
                  {" "}
                  <Days {...line.period} />
                </span>
              )}
            </span>
            <Money {...line.amount} />
          </summary>
          <ul className={styles.why}>
            {line.explanation.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </details>
      ))}
      {lines.length > 0 && (
        <dl className={styles.sums}>
          <Sum label="Net" value={net} />
          <Sum label="Tax" value={tax} />
          {/[1-9]/.test(rounding.amount) && <Sum label="Rounding" value={rounding} />}
          <Sum label={title} value={total} strong />
        </dl>
      )}
      {nextInvoiceOn && (
        <p className={styles.soft}>
          Then {nextInvoiceTotal && <Money {...nextInvoiceTotal} />} on <Day value={nextInvoiceOn} />.
        </p>
      )}
    </section>
  );
}

function Sum({ label, value, strong = false }: { label: string; value: Amount; strong?: boolean }) {
  return (
    <div {...(strong && { "data-strong": true })}>
      <dt>{label}</dt>
      <dd>
        <Money {...value} />
      </dd>
    </div>
  );
}
