/** Where a rule is set: at a plan, at a customer, or for everybody where neither is named. */
export type Place = { planId?: string; customerId?: string };

type Placed = { plan: { id: string } | null; customer: { id: string } | null };

/** The rule that is set at a place itself, not farther away. */
export function ruleAt<Rule extends Placed>(
  rules: readonly Rule[],
  { planId, customerId }: Place,
): Rule | undefined {
  return rules.find(({ plan, customer }) => plan?.id === planId && customer?.id === customerId);
}
