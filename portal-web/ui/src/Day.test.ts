import { expect, test } from "vitest";
import { agoText, daysBetween, daysText, dayText, momentText, monthText } from "./Day.tsx";

test("a day is the same day in every zone", () => {
  expect(dayText("2027-02-28", "en")).toBe("Feb 28, 2027");
  expect(dayText("2028-02-29", "en-GB")).toBe("29 Feb 2028");
  expect(dayText("2027-01-01", "de")).toBe("01.01.2027");
});

test("days of service share what they have in common", () => {
  expect(daysText("2027-01-31", "2027-02-27", "en-GB").replace(/\s/g, " ")).toBe("31 Jan – 27 Feb 2027");
});

test("an instant is told in the reader's zone", () => {
  expect(momentText("2027-06-30T22:30:00Z", undefined, "en-GB")).toBe("1 Jul 2027, 00:30");
});

test.each([
  ["2027-02-28T12:00:00Z", "this minute"],
  ["2027-02-28T11:57:10Z", "2 minutes ago"],
  ["2027-02-28T09:00:00Z", "3 hours ago"],
  ["2027-02-26T12:00:00Z", "2 days ago"],
  ["2027-03-01T12:00:00Z", "tomorrow"],
])("tells %s as %s", (value, expected) => {
  expect(agoText(value, Date.parse("2027-02-28T12:00:00Z"), "en")).toBe(expected);
});

test("counts days over the change of the clocks", () => {
  expect(daysBetween("2027-03-27", "2027-03-29")).toBe(2);
  expect(daysBetween("2027-03-29", "2027-03-27")).toBe(-2);
});

test("a month has no days to shift", () => {
  expect(monthText("2027-02", true, "en")).toBe("Feb 2027");
  expect(monthText("2027-02-28", false, "en")).toBe("Feb");
});
