/** Where a subscription stands. */
export type Standing =
  | "FUTURE"
  | "TRIAL"
  | "LIVE"
  | "DUNNING"
  | "UNPAID"
  | "NON_RENEWING"
  | "PAUSED"
  | "TRIAL_EXPIRED"
  | "EXPIRED"
  | "CANCELLED";

/** The acts that have a dialog, in the order of the menu. */
export const offeredActs = [
  "ACTIVATE",
  "EXTEND_TRIAL",
  "CHANGE",
  "RESUME",
  "PAUSE",
  "CHANGE_SCHEDULE",
  "REACTIVATE",
  "REMOVE_SCHEDULED_CHANGE",
  "REMOVE_SCHEDULED_CANCELLATION",
  "CANCEL",
] as const;

/** The merchant's staff changes the billing day, too, where the subscription can be changed. */
export type Offered = (typeof offeredActs)[number] | "CHANGE_BILLING_DAY";

/** A day, where there is one. */
type Perhaps = string | null | undefined;

/** The days in the life of a subscription. */
export type LifeDays = {
  status: Standing;
  startedOn: string;
  currentPeriod?: { start: string; end: string } | null;
  nextInvoiceOn?: Perhaps;
  trialEndsOn?: Perhaps;
  pausesOn?: Perhaps;
  pausedOn?: Perhaps;
  resumesOn?: Perhaps;
  changesOn?: Perhaps;
  cancelsOn?: Perhaps;
  expiresOn?: Perhaps;
  endedOn?: Perhaps;
};
