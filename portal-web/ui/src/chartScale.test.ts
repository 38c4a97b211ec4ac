import { expect, test } from "vitest";
import { ticks } from "./chartScale.ts";

test.each([
  [[0], [0, 1]],
  [[], [0, 1]],
  [
    [3, 7.5],
    [0, 2, 4, 6, 8],
  ],
  [[456116.6], [0, 200000, 400000, 600000]],
  [
    [-40, 100],
    [-50, 0, 50, 100],
  ],
])("a scale for %j starts at zero and holds all", (values, expected) => {
  expect(ticks(values)).toEqual(expected);
});
