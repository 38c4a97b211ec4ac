import { isZero, MoneyByCurrency } from "@quittance/ui/Money.tsx";
import { Section } from "@quittance/ui/Thing.tsx";
import { Link } from "wouter";
import { getFragmentData, graphql, type FragmentType } from "../gql";
import styles from "./Home.module.css";

const CreditsCardFields = graphql(`
  fragment CreditsCard on Customer {
    id
    availableCredits {
      currency
      available {
        amount
        currency
      }
    }
  }
`);

/** What the organisation owes the customer: credited or paid in, and not yet used. */
export function CreditsCard({ customer }: { customer: FragmentType<typeof CreditsCardFields> }) {
  const { availableCredits } = getFragmentData(CreditsCardFields, customer);
  const credits = availableCredits.map(({ available }) => available).filter((credit) => !isZero(credit));
  return (
    <Section title="Available credit">
      <div className={styles.small}>
        <MoneyByCurrency amounts={credits} none="None" />
      </div>
      <p className={styles.soft}>
        {credits.length > 0 ? "Used first when you pay." : "Credit notes and overpayments appear here."}
      </p>
      <Link href="/credits">See where it comes from</Link>
    </Section>
  );
}
