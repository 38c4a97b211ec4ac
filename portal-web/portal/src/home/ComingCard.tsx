import { Day, daysBetween } from "@quittance/ui/Day.tsx";
import { Money } from "@quittance/ui/Money.tsx";
import { RowTable } from "@quittance/ui/RowTable.tsx";
import { Section } from "@quittance/ui/Thing.tsx";
import { getFragmentData, graphql, type FragmentType } from "../gql";
import styles from "./Home.module.css";

const ComingCardFields = graphql(`
  fragment ComingCard on Customer {
    id
    subscriptions(filter: { statuses: [LIVE, FUTURE, NON_RENEWING, DUNNING] }, first: 100) {
      edges {
        node {
          id
          nextInvoiceOn
          plan {
            id
            name
          }
          recurringTotal {
            amount
            currency
          }
        }
      }
    }
    today
  }
`);

/** The invoices that will come within 30 days. */
export function ComingCard({ customer }: { customer: FragmentType<typeof ComingCardFields> }) {
  const { subscriptions, today } = getFragmentData(ComingCardFields, customer);
  const coming = subscriptions.edges
    .map(({ node }) => node)
    .flatMap((node) => (node.nextInvoiceOn ? [{ ...node, on: node.nextInvoiceOn }] : []))
    .filter(({ on }) => daysBetween(today, on) <= 30)
    .sort((a, b) => a.on.localeCompare(b.on));
  return (
    <Section title="In the next 30 days">
      {coming.length === 0 ? (
        <p className={styles.soft}>No invoice is coming.</p>
      ) : (
        <RowTable
          bare
          label="Coming invoices"
          rows={coming}
          rowKey={({ id }) => id}
          href={({ id }) => `/subscriptions/${id}`}
          columns={[
            { header: "Subscription", cell: ({ plan }) => plan.name },
            { header: "Invoice on", cell: ({ on }) => <Day value={on} /> },
            {
              header: "Before tax",
              end: true,
              card: "beside",
              cell: ({ recurringTotal }) => <Money {...recurringTotal} />,
            },
          ]}
        />
      )}
    </Section>
  );
}
