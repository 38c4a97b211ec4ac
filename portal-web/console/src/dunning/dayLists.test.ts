import { expect, test } from "vitest";
import { daysOf, daysText } from "./dayLists.ts";

test.each([
  ["1, 3, 5", [1, 3, 5]],
  ["-3 0;7", [-3, 0, 7]],
  ["", []],
  ["1, soon", undefined],
  ["1.5", undefined],
])("%j are the days %j", (text, days) => {
  expect(daysOf(text)).toEqual(days);
});

test("what is shown can be read again", () => {
  expect(daysOf(daysText([-2, 0, 14]))).toEqual([-2, 0, 14]);
});
