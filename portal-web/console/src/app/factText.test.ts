import { expect, test } from "vitest";
import { factName, factText } from "./factText.ts";

test.each([
  ["nextInvoiceOn", "Next invoice"],
  ["startedAt", "Started"],
  ["total", "Total"],
  ["dueDays", "Due days"],
])("the fact %s is called %s", (fact, name) => expect(factName(fact)).toBe(name));

test.each([
  ["2026-11-15", "Nov 15, 2026"],
  ["EUR 1234.50", "EUR\u00a01,234.50"],
  ["OPEN", "Open"],
  ["BANK_TRANSFER", "Bank transfer"],
  ["EUR", "EUR"],
  ["true", "yes"],
  ["S-0010", "S-0010"],
  [null, "none"],
])("the value %s reads %s", (value, text) => expect(factText(value)).toBe(text));
