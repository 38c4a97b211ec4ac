import { Link } from "wouter";

type Named = { id: string; name: string };
type Props = { rule: { plan: Named | null; customer: Named | null } };

/** The customer or the plan for which a rule is set apart. */
export function Whose({ rule: { plan, customer } }: Props) {
  if (customer) return <Link href={`/customers/${customer.id}`}>{customer.name}</Link>;
  return plan && <Link href={`/plans/${plan.id}`}>{plan.name}</Link>;
}
