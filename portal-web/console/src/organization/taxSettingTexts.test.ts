import { describe, expect, it } from "vitest";
import { cashLines, cashOf, wordingLines, wordingsOf } from "./taxSettingTexts.ts";

describe("tax settings as they are typed", () => {
  it("reads cash rounding line by line", () => {
    expect(cashOf(" chf  0.05\n\nSEK 1")).toEqual([
      { currency: "CHF", increment: "0.05" },
      { currency: "SEK", increment: "1" },
    ]);
    expect(cashOf("CHF")).toEqual([{ currency: "CHF", increment: "" }]);
  });

  it("reads wordings with a colon in them, and takes what has no language for English", () => {
    const text = "en: Reverse charge: VAT is owed by the recipient\nde-AT: Übergang";
    expect(wordingsOf(text)).toEqual([
      { language: "en", text: "Reverse charge: VAT is owed by the recipient" },
      { language: "de-AT", text: "Übergang" },
    ]);
    expect(wordingsOf("Somebody else owes it")).toEqual([{ language: "en", text: "Somebody else owes it" }]);
  });

  it("writes what it reads", () => {
    const cash = [{ currency: "CHF", increment: "0.05" }];
    const wordings = [{ language: "pl", text: "Odwrotne obciążenie" }];
    expect(cashOf(cashLines(cash))).toEqual(cash);
    expect(wordingsOf(wordingLines(wordings))).toEqual(wordings);
  });
});
