import { MoneyByCurrency } from "@quittance/ui/Money.tsx";
import { Section } from "@quittance/ui/Thing.tsx";
import { getFragmentData, graphql, type FragmentType } from "../gql";
import styles from "./Home.module.css";

const CreditsCardFields = graphql(`
  fragment CreditsCard on Customer {
    id
    balances {
      currency
      credit {
        amount
        currency
      }
    }
  }
`);

/** What the organisation owes the customer: credited or paid in, and not yet used. */
export function CreditsCard({ customer }: { customer: FragmentType<typeof CreditsCardFields> }) {
  const { balances } = getFragmentData(CreditsCardFields, customer);
  const credits = balances.map(({ credit }) => credit).filter(({ amount }) => !/^0(\.0*)?$/.test(amount));
  return (
    <Section title="Available credit">
      <div className={styles.small}>
        <MoneyByCurrency amounts={credits} none="None" />
      </div>
      <p className={styles.soft}>
        {credits.length > 0 ? "Used first when you pay." : "Credit notes and overpayments would stand here."}
      </p>
    </Section>
  );
}
