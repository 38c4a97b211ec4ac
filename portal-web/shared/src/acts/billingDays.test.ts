import { expect, test } from "vitest";
import { billingDayInput, billingDays } from "./billingDays.ts";

test("every day of a month can be chosen, the last of any month among them", () => {
  const days = billingDays(16);
  expect(days).toHaveLength(33);
  expect(days[16]).toEqual({ value: "16", label: "On day 16 of the month (as now)" });
  expect(days[31]).toEqual({ value: "31", label: "On the last day of the month" });
});

test("nothing is asked for until another day is chosen", () => {
  expect(billingDayInput({ day: "", when: "NOW" }, null)).toBeUndefined();
  expect(billingDayInput({ day: "16", when: "NOW" }, 16)).toBeUndefined();
  expect(billingDayInput({ day: "16", when: "TERM_END" }, null)).toEqual({
    when: "TERM_END",
    billingDay: 16,
  });
});

test("no day at all lets periods be counted from the day of the change", () => {
  expect(billingDayInput({ day: "COUNTED", when: "NOW" }, 16)).toEqual({ when: "NOW" });
});
