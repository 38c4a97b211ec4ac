import { Money } from "@quittance/ui/Money.tsx";
import { useQuery } from "urql";
import { graphql } from "../gql";
import styles from "./AtRisk.module.css";

const AtRiskQuery = graphql(`
  query AtRisk {
    dunningTotals {
      active
      invoices
      due {
        amount
        currency
      }
    }
  }
`);

/** What is due on invoices whose charge failed, in each currency. */
export function AtRisk() {
  const [{ data }] = useQuery({
    query: AtRiskQuery,
    requestPolicy: "cache-and-network",
    context: refreshedWith,
  });
  const totals = data?.dunningTotals ?? [];
  if (totals.length === 0) return null;
  return (
    <dl className={styles.figures}>
      {totals.map(({ due, invoices, active }) => (
        <div key={`${due.currency}${active.toString()}`} className="card">
          <dt>{active ? "At risk" : "Given up"}</dt>
          <dd>
            <Money {...due} />
          </dd>
          <dd className={styles.count}>{invoices === 1 ? "1 invoice" : `${invoices.toString()} invoices`}</dd>
        </div>
      ))}
    </dl>
  );
}

const refreshedWith = { additionalTypenames: ["DunningCase", "Invoice"] };
