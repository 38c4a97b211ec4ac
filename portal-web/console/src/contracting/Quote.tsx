import { Day, Days } from "@quittance/ui/Day.tsx";
import { Money } from "@quittance/ui/Money.tsx";
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
  const { lines, net, tax, total, nextInvoiceOn, nextInvoiceTotal } = getFragmentData(QuoteFields, quote);
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
      <dl className={styles.sums}>
        <div>
          <dt>Net</dt>
          <dd>
            <Money {...net} />
          </dd>
        </div>
        <div>
          <dt>Tax</dt>
          <dd>
            <Money {...tax} />
          </dd>
        </div>
        <div data-strong>
          <dt>{title}</dt>
          <dd>
            <Money {...total} />
          </dd>
        </div>
      </dl>
      {nextInvoiceOn && (
        <p className={styles.soft}>
          Then {nextInvoiceTotal && <Money {...nextInvoiceTotal} />} on <Day value={nextInvoiceOn} />.
        </p>
      )}
    </section>
  );
}
