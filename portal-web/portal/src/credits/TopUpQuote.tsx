import { Money } from "@quittance/ui/Money.tsx";
import { getFragmentData, graphql, type FragmentType } from "../gql";
import styles from "../payments/PaymentQuote.module.css";

export const TopUpQuoteFields = graphql(`
  fragment TopUpQuote on TopUpQuote {
    token
    amount {
      amount
      currency
    }
    creditBefore {
      amount
      currency
    }
    creditAfter {
      amount
      currency
    }
  }
`);

/** What is charged today, and the credit that comes of it. */
export function TopUpQuote({ quote }: { quote: FragmentType<typeof TopUpQuoteFields> }) {
  const { amount, creditBefore, creditAfter } = getFragmentData(TopUpQuoteFields, quote);
  return (
    <section aria-label="You pay today" aria-live="polite">
      <ul className={styles.rows}>
        <li>
          <span>Your credit now</span>
          <Money {...creditBefore} />
        </li>
        <li>
          <span>With these funds</span>
          <Money {...creditAfter} />
        </li>
        <li className={styles.total}>
          <span>You pay today</span>
          <Money {...amount} />
        </li>
      </ul>
    </section>
  );
}
