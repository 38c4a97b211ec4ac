import { describe, expect, it } from "vitest";
import { inputOf, same, valueText, type Definition } from "./values.ts";

const definition = (kind: Definition["kind"]): Definition => ({
  name: "PAUSE",
  kind,
  choices: [{ value: "NOW", label: "At once" }],
});

describe("a value of a switch", () => {
  it.each([
    ["FLAG", { flag: true }, "On"],
    ["FLAG", { flag: false }, "Off"],
    ["NUMBER", { number: 1200 }, (1200).toLocaleString()],
    ["CHOICE", { choice: "NOW" }, "At once"],
    ["PLANS", { planIds: [] }, "Every plan of the product"],
    ["PLANS", { planIds: ["a"] }, "1 plan"],
    ["PLANS", { planIds: ["a", "b"] }, "2 plans"],
  ] as const)("of kind %s reads %j as %s", (kind, value, text) => {
    expect(valueText(definition(kind), value)).toBe(text);
  });

  it("is the same whatever parts are left out", () => {
    expect(same({ flag: true }, { flag: true, number: null })).toBe(true);
    expect(same({ flag: true }, { flag: false })).toBe(false);
    expect(same(null, undefined)).toBe(true);
    expect(same(null, { flag: false })).toBe(false);
  });

  it("is sent by its kind, and by nothing where it is inherited", () => {
    expect(inputOf({ PAUSE: { flag: false }, TRIAL_EXTENSIONS: { number: 2 }, EDIT: null })).toEqual([
      { name: "PAUSE", flag: false },
      { name: "TRIAL_EXTENSIONS", number: 2 },
      { name: "EDIT" },
    ]);
  });
});
