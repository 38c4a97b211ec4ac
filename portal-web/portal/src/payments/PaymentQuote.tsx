import { Day } from "@quittance/ui/Day.tsx";
import { isZero, Money } from "@quittance/ui/Money.tsx";
import { getFragmentData, graphql, type FragmentType } from "../gql";
import styles from "./PaymentQuote.module.css";

export const PaymentQuoteFields = graphql(`
  fragment PaymentQuote on PaymentQuote {
    token
    due {
      amount
      currency
    }
    creditUsed {
      amount
      currency
    }
    toCharge {
      amount
      currency
    }
    stillDue {
      amount
      currency
    }
    invoices {
      id
      number
      dueOn
      amountDue {
        amount
        currency
      }
    }
  }
`);

const SHOWN = 5;

/** What is paid today: the invoices, the credit that goes first, and what the card is charged. */
export function PaymentQuote({ quote }: { quote: FragmentType<typeof PaymentQuoteFields> }) {
  const { invoices, due, creditUsed, toCharge, stillDue } = getFragmentData(PaymentQuoteFields, quote);
  const others = invoices.length - SHOWN;
  return (
    <section aria-label="You pay today">
      <ul className={styles.rows}>
        {invoices.slice(0, SHOWN).map(({ id, number, dueOn, amountDue }) => (
          <li key={id}>
            <span>
              {number}
              {dueOn && (
                <span className={styles.soft}>
                  {" "}
                  due <Day value={dueOn} />
                </span>
              )}
            </span>
            <Money {...amountDue} />
          </li>
        ))}
        {others > 0 && (
          <li className={styles.soft}>
            and {others === 1 ? "1 more invoice" : `${others.toLocaleString()} more invoices`}
          </li>
        )}
        {invoices.length > 1 && !isZero(creditUsed) && (
          <li>
            <span>Due in all</span>
            <Money {...due} />
          </li>
        )}
        {!isZero(creditUsed) && (
          <li>
            <span>Your credit, used first</span>
            <Money amount={`-${creditUsed.amount}`} currency={creditUsed.currency} />
          </li>
        )}
        <li className={styles.total}>
          <span>You pay today</span>
          <Money {...toCharge} />
        </li>
        {!isZero(stillDue) && (
          <li className={styles.soft}>
            <span>{invoices.length > 1 ? "Stays due, the oldest are paid first" : "Stays due"}</span>
            <Money {...stillDue} />
          </li>
        )}
      </ul>
    </section>
  );
}
