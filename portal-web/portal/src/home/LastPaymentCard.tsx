import { Day } from "@quittance/ui/Day.tsx";
import { Money } from "@quittance/ui/Money.tsx";
import { Section } from "@quittance/ui/Thing.tsx";
import { Link } from "wouter";
import { PageLink } from "../app/PageLink.tsx";
import { getFragmentData, graphql, type FragmentType } from "../gql";
import styles from "./Home.module.css";

const LastPaymentCardFields = graphql(`
  fragment LastPaymentCard on Customer {
    id
    lastPayment {
      id
      paidOn
      amount {
        amount
        currency
      }
      allocations {
        id
        invoice {
          id
          number
        }
      }
    }
  }
`);

/** The latest payment, its day, and what it paid. */
export function LastPaymentCard({ customer }: { customer: FragmentType<typeof LastPaymentCardFields> }) {
  const { lastPayment } = getFragmentData(LastPaymentCardFields, customer);
  if (!lastPayment)
    return (
      <Section title="Last payment">
        <p className={styles.small}>None yet</p>
      </Section>
    );
  const { id, amount, paidOn, allocations } = lastPayment;
  const [first, ...others] = allocations;
  return (
    <Section title="Last payment" action={<Link href={`/payments/${id}`}>Receipt</Link>}>
      <p className={styles.small}>
        <Money {...amount} />
      </p>
      <p className={styles.soft}>
        <Day value={paidOn} />
        {first && (
          <>
            {" for "}
            <PageLink by="INVOICES" href={`/invoices/${first.invoice.id}`}>
              {first.invoice.number}
            </PageLink>
            {others.length > 0 && ` and ${others.length} more`}
          </>
        )}
      </p>
    </Section>
  );
}
