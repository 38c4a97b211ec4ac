import { expect, test } from "vitest";
import { amountsOf, amountsText } from "./moneyLists.ts";

test("amounts are typed with their currencies, each once", () => {
  expect([...(amountsOf("eur 10, USD 12.50") ?? [])]).toEqual([
    ["EUR", "10"],
    ["USD", "12.50"],
  ]);
  expect(amountsOf("")?.size).toBe(0);
  expect(amountsOf("10 EUR")).toBeUndefined();
  expect(amountsOf("EUR 1, EUR 2")).toBeUndefined();
});

test("amounts are shown as they are typed", () => {
  expect(amountsText([{ currency: "EUR", amount: "10.00" }, null])).toBe("EUR 10.00");
});
