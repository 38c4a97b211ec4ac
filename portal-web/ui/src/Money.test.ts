import { expect, test } from "vitest";
import { moneyText } from "./Money.tsx";

const text = (amount: string, currency: string, signed = false) =>
  moneyText({ amount, currency }, signed, "en").replace(/\u00a0/g, " ");

test.each([
  ["25.80", "USD", "USD 25.80"],
  ["0.00", "USD", "USD 0.00"],
  ["1200", "JPY", "JPY 1,200"],
  ["1.234", "KWD", "KWD 1.234"],
  ["456116.60", "USD", "USD 456,116.60"],
  ["-3.50", "EUR", "-EUR 3.50"],
])("writes %s %s as %s", (amount, currency, expected) => {
  expect(text(amount, currency)).toBe(expected);
});

test("keeps every digit of an amount that no floating point number can hold", () => {
  expect(text("90071992547409.93", "USD")).toBe("USD 90,071,992,547,409.93");
});

test("writes a sign where asked, but none for zero", () => {
  expect(text("3.50", "EUR", true)).toBe("+EUR 3.50");
  expect(text("0.00", "EUR", true)).toBe("EUR 0.00");
});

test("follows the reader's language", () => {
  expect(moneyText({ amount: "1234.50", currency: "EUR" }, false, "de").replace(/\u00a0/g, " ")).toBe(
    "1.234,50 EUR",
  );
});
