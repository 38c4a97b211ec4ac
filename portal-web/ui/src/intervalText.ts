type Unit = "DAY" | "WEEK" | "MONTH" | "YEAR";

const words: Record<Unit, string> = { DAY: "day", WEEK: "week", MONTH: "month", YEAR: "year" };

/** How often a price is paid: "each month", "every 3 months". */
export function intervalText({ count, unit }: { count: number; unit: Unit }): string {
  return count === 1 ? `each ${words[unit]}` : `every ${count} ${words[unit]}s`;
}
