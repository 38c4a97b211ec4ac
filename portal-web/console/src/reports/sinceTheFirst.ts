type Month = { month: string; billed: { amount: string }; collected: { amount: string } };

/** No fewer months than these are drawn, however young the business is. */
const FEWEST = 6;

/** The months without those before anything was billed or collected; they would be empty room. */
export function sinceTheFirst<M extends Month>(months: readonly M[]): readonly M[] {
  const first = months.findIndex(({ billed, collected }) => [billed, collected].some(isSomething));
  const from = first < 0 ? months.length : first;
  return months.slice(Math.max(0, Math.min(from, months.length - FEWEST)));
}

function isSomething({ amount }: { amount: string }): boolean {
  return /[1-9]/.test(amount);
}
