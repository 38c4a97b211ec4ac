import type { FormValues } from "@quittance/ui/FormValues.ts";
import type { ChargeTime, IntervalUnit, ProrationMode, TrialEndPolicy } from "../gql/graphql.ts";

/** How subscriptions of a plan run, as the server tells it. */
export type PlanTerms = {
  trial?: { count: number; unit: IntervalUnit } | null;
  trialEndPolicy: TrialEndPolicy;
  billingCycles?: number | null;
  proration: ProrationMode;
  minimumTermMonths?: number | null;
  noticeDays: number;
  billingDay?: number | null;
  paidSupport: boolean;
  leadDays: number;
  chargedIn: ChargeTime;
};

/** What follows a trial at whose end nothing is charged, to choose from. */
export const trialEndPolicies: readonly { value: TrialEndPolicy; label: string }[] = [
  { value: "INVOICE", label: "It goes live with an open invoice" },
  { value: "EXPIRE", label: "It expires" },
  { value: "CANCEL", label: "It is cancelled" },
  { value: "PAUSE", label: "It is paused" },
];

/** How a change within a period is priced, to choose from. */
export const prorationModes: readonly { value: ProrationMode; label: string }[] = [
  { value: "BY_DAY", label: "By the days that remain" },
  { value: "FIXED_30", label: "By the days that remain, each month counted as 30" },
  { value: "BY_SECOND", label: "By the seconds that remain, from the moment of the preview" },
  { value: "FULL", label: "Old period credited whole, new one charged whole" },
  { value: "NONE", label: "Nothing until the next period" },
];

/** When a period is billed, to choose from. */
export const chargeTimes: readonly { value: ChargeTime; label: string }[] = [
  { value: "ADVANCE", label: "In advance" },
  { value: "ARREARS", label: "At the end of each period" },
];

/** The label of a choice. */
export function labelOf<T>(choices: readonly { value: T; label: string }[], value: T): string {
  return choices.find((choice) => choice.value === value)?.label ?? String(value);
}

/** Which day of the month that is. */
export function billingDayText(day: number): string {
  return day === 31 ? "The last day of the month" : `Day ${day} of the month`;
}

/** The terms that were entered. */
export function enteredTerms(values: FormValues) {
  const count = entered(values, "terms.trial.count");
  return {
    trial: count === null ? null : { count, unit: values.text("terms.trial.unit") as IntervalUnit },
    trialEndPolicy: values.text("terms.trialEndPolicy") as TrialEndPolicy,
    billingCycles: entered(values, "terms.billingCycles"),
    proration: values.text("terms.proration") as ProrationMode,
    minimumTermMonths: entered(values, "terms.minimumTermMonths"),
    noticeDays: entered(values, "terms.noticeDays") ?? 0,
    billingDay: entered(values, "terms.billingDay"),
    paidSupport: values.checked("terms.paidSupport"),
    leadDays: entered(values, "terms.leadDays") ?? 0,
    chargedIn: values.text("terms.chargedIn") as ChargeTime,
  };
}

/** A whole number, or null where nothing was entered; what is no number is left for the server to refuse. */
function entered(values: FormValues, path: string): number | null {
  return values.text(path) === "" ? null : (values.whole(path) ?? -1);
}
