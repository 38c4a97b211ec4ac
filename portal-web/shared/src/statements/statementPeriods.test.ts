import { expect, test } from "vitest";
import { daysOf, periodOf } from "./statementPeriods.ts";

test("P77 a period is its days so far", () => {
  expect(daysOf("this-month", "2030-03-31")).toEqual({ from: "2030-03-01", to: "2030-03-31" });
  expect(daysOf("last-month", "2030-03-31")).toEqual({ from: "2030-02-01", to: "2030-02-28" });
  expect(daysOf("last-month", "2030-01-01")).toEqual({ from: "2029-12-01", to: "2029-12-31" });
  expect(daysOf("this-quarter", "2030-12-05")).toEqual({ from: "2030-10-01", to: "2030-12-05" });
  expect(daysOf("this-quarter", "2030-01-05")).toEqual({ from: "2030-01-01", to: "2030-01-05" });
  expect(daysOf("this-year", "2030-12-05")).toEqual({ from: "2030-01-01", to: "2030-12-05" });
});

test("days are recognised as the period that they are", () => {
  expect(periodOf({ from: "2030-03-01", to: "2030-03-31" }, "2030-03-31")).toBe("this-month");
  expect(periodOf({ from: "2030-02-01", to: "2030-02-28" }, "2030-03-31")).toBe("last-month");
  expect(periodOf({ from: "2030-01-01", to: "2030-01-05" }, "2030-01-05")).toBe("this-month");
  expect(periodOf({ from: "2030-02-02", to: "2030-02-28" }, "2030-03-31")).toBe("custom");
});
