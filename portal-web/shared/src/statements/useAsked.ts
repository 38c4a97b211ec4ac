import { useSearchParams } from "wouter";
import type { Asked } from "./StatementPeriod.tsx";

type Account = { today: string; own: string; currencies: readonly string[] };

/**
 * What stands in the URL; what is missing is this month so far, in the account's own currency if it has a balance in it.
 *
 * @param beside what else the URL must say for the statement to be shown
 */
export function useAsked(
  { today, own, currencies }: Account,
  beside: Record<string, string> = {},
): [Asked, (asked: Asked) => void] {
  const [params, setParams] = useSearchParams();
  const first = currencies.includes(own) ? own : (currencies[0] ?? own);
  const to = params.get("to") ?? today;
  const asked = {
    from: params.get("from") ?? `${to.slice(0, 7)}-01`,
    to,
    currency: params.get("currency") ?? first,
  };
  return [asked, (next) => setParams({ ...beside, ...next })];
}
