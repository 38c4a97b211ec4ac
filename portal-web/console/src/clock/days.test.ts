import { expect, test } from "vitest";
import { addDays, addMonths } from "./days.ts";

test("days and months are added as the calendar has them", () => {
  expect(addDays("2027-12-31", 1)).toBe("2028-01-01");
  expect(addMonths("2027-01-31", 1)).toBe("2027-02-28");
  expect(addMonths("2028-01-31", 1)).toBe("2028-02-29");
  expect(addMonths("2027-12-15", 1)).toBe("2028-01-15");
});
