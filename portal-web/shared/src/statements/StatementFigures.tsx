import { dayText, daysText } from "@quittance/ui/Day.tsx";
import { isZero, Money, type Amount } from "@quittance/ui/Money.tsx";
import { Section } from "@quittance/ui/Thing.tsx";
import type { StatementFiguresFragment } from "../gql/graphql.ts";
import styles from "./Statement.module.css";

type Props = { statement: StatementFiguresFragment };

/** What was owed, what came and went, and the total owed. */
export function StatementFigures({ statement }: Props) {
  const { from, to, opening, charged, credited, closing } = statement;
  const favor = closing.amount.startsWith("-");
  return (
    <Section title={daysText(from, to)}>
      <dl className={styles.figures}>
        <Figure label="Opening balance" amount={opening} />
        <Figure label="Charged" amount={charged} />
        <Figure label="Paid or credited" amount={less(credited)} />
        <div className={styles.total}>
          <dt>{favor ? `Credit on ${dayText(to)}` : `Total owed on ${dayText(to)}`}</dt>
          <dd>
            <Money {...(favor ? { ...closing, amount: closing.amount.slice(1) } : closing)} />
          </dd>
        </div>
      </dl>
    </Section>
  );
}

/** What is unpaid on the last day, by age; credit that pays nothing yet stands apart. */
export function StatementAging({ statement: { to, aging } }: Props) {
  const ages = [
    { label: "Not due yet", amount: aging.notDue },
    { label: "1–30 days overdue", amount: aging.days30 },
    { label: "31–60 days", amount: aging.days60 },
    { label: "61–90 days", amount: aging.days90 },
    { label: "Over 90 days", amount: aging.older },
    { label: "Account credit", amount: less(aging.credit) },
  ];
  if (ages.every(({ amount }) => isZero(amount))) return null;
  return (
    <Section title={`Unpaid on ${dayText(to)}, by age`}>
      <dl className={styles.figures}>
        {ages.map(({ label, amount }) => (
          <Figure key={label} label={label} amount={amount} />
        ))}
      </dl>
    </Section>
  );
}

function Figure({ label, amount }: { label: string; amount: Amount }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <Money {...amount} />
      </dd>
    </div>
  );
}

/** The same below zero. */
function less({ amount, currency }: Amount): Amount {
  if (isZero({ amount, currency })) return { amount, currency };
  return { amount: amount.startsWith("-") ? amount.slice(1) : `-${amount}`, currency };
}
