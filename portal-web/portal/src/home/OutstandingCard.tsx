import { Day } from "@quittance/ui/Day.tsx";
import { isZero, Money } from "@quittance/ui/Money.tsx";
import { Section } from "@quittance/ui/Thing.tsx";
import { Link } from "wouter";
import { getFragmentData, graphql, type FragmentType } from "../gql";
import type { OutstandingCardFragment } from "../gql/graphql.ts";
import { PayButton } from "../payments/PayButton.tsx";
import styles from "./Home.module.css";

const OutstandingCardFields = graphql(`
  fragment OutstandingCard on Customer {
    id
    outstanding {
      currency
      count
      invoiceIds
      oldestDueOn
      total {
        amount
        currency
      }
      overdue {
        amount
        currency
      }
    }
  }
`);

/** What is owed, by currency, and the button that pays all of it in one go. */
export function OutstandingCard({ customer }: { customer: FragmentType<typeof OutstandingCardFields> }) {
  const { outstanding } = getFragmentData(OutstandingCardFields, customer);
  return (
    <Section
      title="Outstanding invoices"
      action={outstanding.length > 0 && <Link href="/invoices?status=outstanding">Show them</Link>}
    >
      <div className={styles.owed}>
        {outstanding.length === 0 && (
          <div>
            <p className={styles.figure}>All paid</p>
            <p className={styles.soft}>There is no outstanding invoice.</p>
          </div>
        )}
        {outstanding.map((owed) => (
          <Owed key={owed.currency} owed={owed} />
        ))}
      </div>
    </Section>
  );
}

function Owed({ owed }: { owed: OutstandingCardFragment["outstanding"][number] }) {
  const { count, total, overdue, oldestDueOn, invoiceIds } = owed;
  const invoices = count === 1 ? "1 invoice" : `${count.toLocaleString()} invoices`;
  return (
    <div className={styles.currency}>
      <div>
        <p className={styles.figure}>
          <Money {...total} />
        </p>
        <p className={styles.soft}>
          on {invoices}, the oldest due <Day value={oldestDueOn} />
        </p>
        {!isZero(overdue) && (
          <p className={styles.late}>
            <Money {...overdue} /> is overdue
          </p>
        )}
      </div>
      <PayButton invoiceIds={invoiceIds} what={`${invoices}, ${total.amount} ${total.currency}`} />
    </div>
  );
}
