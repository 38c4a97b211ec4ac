import { Day } from "@quittance/ui/Day.tsx";
import type { Happening } from "@quittance/ui/Thing.tsx";
import type { LifeDays } from "./acts.ts";

/** The day of the next invoice; of one that pauses before it, only the pause is certain. */
export function nextInvoiceOf({ nextInvoiceOn, pausesOn }: LifeDays): string | null {
  return nextInvoiceOn && !(pausesOn && pausesOn <= nextInvoiceOn) ? nextInvoiceOn : null;
}

/** What is planned or will come by itself, the last first. */
export function comingOf(of: LifeDays): readonly Happening[] {
  const { status, endedOn } = of;
  const planned: [string, string, string | null | undefined][] = [
    ["ends", "Ends", endedOn ? null : of.cancelsOn],
    ["expires", "Expires", endedOn ? null : of.expiresOn],
    ["resumes", "Goes on again", of.resumesOn],
    ["pauses", "Pauses", of.pausesOn],
    ["changes", "Changes as planned", of.changesOn],
    ["renews", "Next invoice", nextInvoiceOf(of)],
    ["tried", "Trial ends", status === "TRIAL" ? of.trialEndsOn : null],
    ["starts", "Starts", status === "FUTURE" ? of.startedOn : null],
  ];
  return planned
    .flatMap(([key, title, day]) => (day ? [{ key, title, day }] : []))
    .sort((one, other) => other.day.localeCompare(one.day))
    .map(({ key, title, day }) => ({ key, title, when: <Day value={day} />, coming: true }));
}

/** What its days tell of the past, newest first; for readers who are not shown the whole history. */
export function pastOf(of: LifeDays): readonly Happening[] {
  const { status } = of;
  const past: [string, string, string | null | undefined][] = [
    ["ended", "Ended", of.endedOn],
    ["paused", "Paused", of.pausedOn],
    ["billed", "Billed for the present period", of.currentPeriod?.start],
    ["tried", "Trial ended", status === "TRIAL" ? null : of.trialEndsOn],
    ["started", "Started", status === "FUTURE" ? null : of.startedOn],
  ];
  return past
    .flatMap(([key, title, day]) => (day ? [{ key, title, day }] : []))
    .sort((one, other) => other.day.localeCompare(one.day))
    .map(({ key, title, day }) => ({ key, title, when: <Day value={day} /> }));
}
