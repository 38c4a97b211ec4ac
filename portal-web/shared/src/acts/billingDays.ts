import type { ChangeTime } from "./items.ts";

/** When periods are to begin; the day as in {@link billingDays}. */
export type BillingDayWish = { day: string; when: ChangeTime };

const COUNTED = "COUNTED";
const LAST = 31;

/** The days that may be chosen, and none at first; the present one is named as such. */
export function billingDays(present: number | null | undefined) {
  const days = Array.from({ length: LAST }, (_, i) => i + 1);
  return [
    { value: "", label: "Choose a day" },
    ...days.map((day) => ({
      value: String(day),
      label: dayText(day) + (day === present ? " (as now)" : ""),
    })),
    { value: COUNTED, label: "On the day the change holds from" },
  ];
}

/** On which day of the month, in words. */
export function dayText(day: number): string {
  return day === LAST ? "On the last day of the month" : `On day ${day} of the month`;
}

/** The wish as the API takes it; nothing while a day is missing or the present one is chosen. */
export function billingDayInput({ day, when }: BillingDayWish, present: number | null | undefined) {
  if (day === "" || day === String(present)) return undefined;
  return day === COUNTED ? { when } : { when, billingDay: Number(day) };
}
