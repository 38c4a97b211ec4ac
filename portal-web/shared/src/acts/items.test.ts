import { expect, test } from "vitest";
import { differenceOf, presentItems, type Chosen, type Holding } from "./items.ts";

const price = { amount: "5.00", currency: "EUR" };
const holding: Holding = {
  id: "s1",
  currency: "EUR",
  plan: { id: "p1", name: "Starter" },
  items: [
    { kind: "PLAN", name: "Starter", quantity: 2, ownPrice: false, unitPrice: price },
    { kind: "ADDON", name: "Backup", quantity: 1, addonId: "a1", ownPrice: true, unitPrice: price },
  ],
};
const present = presentItems(holding);
const difference = (part: Partial<Chosen>, prices = false) =>
  differenceOf(holding, { ...present, ...part }, { prices });

test("only what differs is asked for", () => {
  expect(difference({})).toEqual({});
  expect(difference({ addons: { a1: "1", a2: "0" } })).toEqual({});
  expect(difference({ quantity: "3", planId: "p2" })).toEqual({ planId: "p2", quantity: 3 });
  expect(difference({ addons: { a1: "0", a2: "4" } })).toEqual({ addons: [{ addonId: "a2", quantity: 4 }] });
  expect(difference({ ownPrice: "7.50" }, true)).toEqual({ ownPrice: { amount: "7.50", currency: "EUR" } });
});

test("an addon keeps the price agreed for it, where prices may be named", () => {
  const addons = { a1: "3" };
  expect(difference({ addons })).toEqual({ addons: [{ addonId: "a1", quantity: 3 }] });
  expect(difference({ addons }, true)).toEqual({ addons: [{ addonId: "a1", quantity: 3, ownPrice: price }] });
});

test("nothing is asked while a number is no number", () => {
  for (const quantity of ["", "0", "x", "1.5", "-1", "12345678"])
    expect(difference({ quantity })).toBeUndefined();
  expect(difference({ addons: { a1: "" } })).toBeUndefined();
  expect(difference({ ownPrice: "5,00" }, true)).toBeUndefined();
});
