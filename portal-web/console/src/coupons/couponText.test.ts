import { describe, expect, it } from "vitest";
import { discountText, durationText, standingText } from "./couponText.ts";

describe("what a coupon takes off", () => {
  it.each([
    ["10.0000", "10 % off"],
    ["12.5000", "12.5 % off"],
    ["100", "100 % off"],
    ["0.25", "0.25 % off"],
  ])("%s", (percent, text) => expect(discountText({ percent, amounts: [] })).toBe(text));

  it("names every currency", () => {
    const amounts = [
      { amount: "5.00", currency: "USD" },
      { amount: "500", currency: "JPY" },
    ];
    expect(discountText({ amounts }).replace(/\s/g, " ")).toBe("USD 5.00 or JPY 500 off");
  });
});

describe("how long it acts", () => {
  it("says so", () => {
    expect(durationText("ONCE", null)).toBe("one invoice");
    expect(durationText("TERMS", 3)).toBe("3 terms");
    expect(durationText("FOREVER", null)).toBe("for ever");
  });
  it("counts what is left", () => {
    expect(standingText({ active: true, termsLeft: 1 })).toBe("1 term left");
    expect(standingText({ active: true, termsLeft: 2 })).toBe("2 terms left");
    expect(standingText({ active: true, termsLeft: null })).toBe("Acts for ever");
    expect(standingText({ active: false, termsLeft: 0 })).toBe("Used up");
  });
});
