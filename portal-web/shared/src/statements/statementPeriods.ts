/** Stretches of days that are asked for most. */
export type Period = "this-month" | "last-month" | "this-quarter" | "this-year" | "custom";

export const periods: readonly { value: Period; label: string }[] = [
  { value: "this-month", label: "This month" },
  { value: "last-month", label: "Last month" },
  { value: "this-quarter", label: "This quarter" },
  { value: "this-year", label: "This year" },
  { value: "custom", label: "Custom days" },
];

export type Days = { from: string; to: string };

/** The days of a period so far; what is custom has none of its own. */
export function daysOf(period: Exclude<Period, "custom">, today: string): Days {
  const year = today.slice(0, 4);
  const month = Number(today.slice(5, 7));
  switch (period) {
    case "this-month":
      return { from: `${today.slice(0, 7)}-01`, to: today };
    case "last-month": {
      const last = new Date(`${today.slice(0, 7)}-01T00:00:00Z`);
      last.setUTCDate(0);
      const to = last.toISOString().slice(0, 10);
      return { from: `${to.slice(0, 7)}-01`, to };
    }
    case "this-quarter": {
      const first = month - ((month - 1) % 3);
      return { from: `${year}-${first.toString().padStart(2, "0")}-01`, to: today };
    }
    case "this-year":
      return { from: `${year}-01-01`, to: today };
  }
}

/** Which period these days are; the shortest that fits. */
export function periodOf({ from, to }: Days, today: string): Period {
  const found = periods.find(({ value }) => {
    if (value === "custom") return false;
    const days = daysOf(value, today);
    return days.from === from && days.to === to;
  });
  return found?.value ?? "custom";
}
