import { expect, test } from "vitest";
import { accentShades } from "./accent.ts";
import { contrast, READABLE, shiftedUntilReadable } from "./contrast.ts";

const colors = ["#2f6fed", "#ffd400", "#00c2a8", "#ffffff", "#000000", "#808080", "#e11d48", "#7cfc00"];

test("black on white has the greatest contrast", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21);
  expect(contrast("#777777", "#777777")).toBe(1);
});

test("a readable colour stays as it is", () => {
  expect(shiftedUntilReadable("#1d4ed8", ["#ffffff"], "#000000")).toBe("#1d4ed8");
});

test.each(colors)("all that is made of %s can be read", (color) => {
  const shades = accentShades(color);
  expect(contrast("#ffffff", shades["--accent-fill"])).toBeGreaterThanOrEqual(READABLE);
  expect(contrast("#ffffff", shades["--accent-fill-hover"])).toBeGreaterThanOrEqual(READABLE);
  for (const ground of ["#ffffff", "#f6f7f9", shades["--accent-soft-light"]])
    expect(contrast(shades["--accent-on-light"], ground)).toBeGreaterThanOrEqual(READABLE);
  for (const ground of ["#131518", "#1a1c20", "#1f2226", shades["--accent-soft-dark"]])
    expect(contrast(shades["--accent-on-dark"], ground)).toBeGreaterThanOrEqual(READABLE);
});

test("what is no colour becomes the default", () => {
  expect(accentShades("javascript:")).toEqual(accentShades("#4f46e5"));
});
