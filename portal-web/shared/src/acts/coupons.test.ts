import { expect, test } from "vitest";
import { couponsOf, noCoupons } from "./coupons.ts";

test("nothing is asked of coupons that nobody touched", () => {
  expect(couponsOf(noCoupons)).toEqual({});
  expect(couponsOf({ code: "  ", removed: [] })).toEqual({});
});

test("a code is asked for without the blanks around it, and what is taken off by its redemption", () => {
  expect(couponsOf({ code: " SPRING ", removed: ["r1"] })).toEqual({
    couponCodes: ["SPRING"],
    removeCouponIds: ["r1"],
  });
});
