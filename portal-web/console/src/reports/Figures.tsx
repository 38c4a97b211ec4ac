import { Money } from "@quittance/ui/Money.tsx";
import type { ReactNode } from "react";
import { Link } from "wouter";
import { getFragmentData, graphql, type FragmentType } from "../gql";
import styles from "./Overview.module.css";

const FiguresFields = graphql(`
  fragment Figures on Overview {
    outstanding {
      amount
      currency
    }
    overdue {
      amount
      currency
    }
    monthlyRecurring {
      amount
      currency
    }
    liveSubscriptions
    activeCustomers
  }
`);

/** The main figures, each a link to its rows. */
export function Figures({ overview }: { overview: FragmentType<typeof FiguresFields> }) {
  const { outstanding, overdue, monthlyRecurring, liveSubscriptions, activeCustomers } = getFragmentData(
    FiguresFields,
    overview,
  );
  return (
    <div className={styles.figures}>
      <Figure name="Recurring each month" href="/subscriptions?status=running">
        <Money {...monthlyRecurring} />
      </Figure>
      <Figure name="Outstanding" href="/invoices?status=outstanding">
        <Money {...outstanding} />
      </Figure>
      <Figure name="Overdue" href="/invoices?status=overdue">
        <Money {...overdue} />
      </Figure>
      <Figure name="Live subscriptions" href="/subscriptions?status=running">
        {liveSubscriptions.toLocaleString()}
      </Figure>
      <Figure name="Active customers" href="/customers?status=active">
        {activeCustomers.toLocaleString()}
      </Figure>
    </div>
  );
}

function Figure({ name, href, children }: { name: string; href: string; children: ReactNode }) {
  return (
    <Link href={href} className={`card ${styles.figure}`}>
      <span className={styles.name}>{name}</span>
      <span className={`${styles.value} tabular`}>{children}</span>
    </Link>
  );
}
