import { expect, test } from "vitest";
import { faultAt, faultsElsewhere } from "./faults.ts";

const faults = [
  { path: "contacts[0].email", message: "Enter an address." },
  { path: "contacts[0].email", message: "It is used already." },
  { path: "currency", message: "Unknown." },
];

test("a field gets all of its own faults", () => {
  expect(faultAt(faults, "contacts[0].email")).toBe("Enter an address. It is used already.");
  expect(faultAt(faults, "name")).toBeUndefined();
});

test("a fault of no field is not lost", () => {
  expect(faultsElsewhere(faults, ["contacts[0].email", "name"])).toEqual([faults[2]]);
});
