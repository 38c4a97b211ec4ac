import { Day } from "@quittance/ui/Day.tsx";
import { Money } from "@quittance/ui/Money.tsx";
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
  const { invoices, due, creditUsed, toCharge } = getFragmentData(PaymentQuoteFields, quote);
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
        {others > 0 && <li className={styles.soft}>and {others.toLocaleString()} more invoices</li>}
        {invoices.length > 1 && (
          <li>
            <span>Due in all</span>
            <Money {...due} />
          </li>
        )}
        {!/^0(\.0*)?$/.test(creditUsed.amount) && (
          <li>
            <span>Your credit, used first</span>
            <Money amount={`-${creditUsed.amount}`} currency={creditUsed.currency} />
          </li>
        )}
        <li className={styles.total}>
          <span>You pay today</span>
          <Money {...toCharge} />
        </li>
      </ul>
    </section>
  );
}
