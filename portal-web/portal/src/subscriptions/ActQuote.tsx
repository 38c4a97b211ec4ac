import { Day, Days } from "@quittance/ui/Day.tsx";
import { isZero, Money, type Amount } from "@quittance/ui/Money.tsx";
import { Notice } from "@quittance/ui/Notice.tsx";
import { getFragmentData, graphql, type FragmentType } from "../gql";
import styles from "./ActQuote.module.css";

export const ActQuoteFields = graphql(`
  fragment ActQuote on SubscriptionQuote {
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
    discarded
    lines {
      description
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

/** What an act bills or credits today, each amount with its reasons, and what comes next. */
export function ActQuote({ quote }: { quote: FragmentType<typeof ActQuoteFields> }) {
  const { lines, net, tax, rounding, total, discarded, nextInvoiceOn, nextInvoiceTotal } = getFragmentData(
    ActQuoteFields,
    quote,
  );
  const credited = isCredit(total);
  const title = credited ? "You are credited" : "You pay";
  return (
    <section aria-label={title} className={styles.quote}>
      {lines.length === 0 && <p className={styles.soft}>Nothing is billed or credited now.</p>}
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
          <Sum label="Before tax" value={net} />
          <Sum label="Tax" value={tax} />
          {!isZero(rounding) && <Sum label="Rounding" value={rounding} />}
          <Sum label={title} value={credited ? positive(total) : total} strong />
        </dl>
      )}
      {credited && <p className={styles.soft}>It is used first when you pay next time.</p>}
      {discarded.length > 0 && (
        <Notice quiet tone="attention" title="This is dropped with it">
          {discarded.map((what) => (
            <div key={what}>{what}</div>
          ))}
        </Notice>
      )}
      {nextInvoiceOn && (
        <p className={styles.soft}>
          Then {nextInvoiceTotal && <Money {...nextInvoiceTotal} />} on <Day value={nextInvoiceOn} />.
        </p>
      )}
    </section>
  );
}

/** Below zero something is given back. */
export function isCredit({ amount }: Amount): boolean {
  return amount.startsWith("-") && /[1-9]/.test(amount);
}

export function positive(amount: Amount): Amount {
  return { ...amount, amount: amount.amount.replace(/^-/, "") };
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
