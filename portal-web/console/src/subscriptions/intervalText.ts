import type { IntervalUnit } from "../gql/graphql.ts";

const words: Record<IntervalUnit, string> = { DAY: "day", WEEK: "week", MONTH: "month", YEAR: "year" };

/** How often a price is paid: "each month", "every 3 months". */
export function intervalText({ count, unit }: { count: number; unit: IntervalUnit }): string {
  return count === 1 ? `each ${words[unit]}` : `every ${count} ${words[unit]}s`;
}
