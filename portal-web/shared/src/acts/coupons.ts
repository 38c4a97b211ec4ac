/** A coupon that was redeemed for a subscription; `id` is the redemption's. */
export type ActingCoupon = { id: string; coupon: { code: string; name: string } };

/** A code to redeem, and the redemptions to take off. */
export type Couponing = { code: string; removed: readonly string[] };

export const noCoupons: Couponing = { code: "", removed: [] };

/** What is asked of the coupons, as the API takes it. */
export function couponsOf({ code, removed }: Couponing) {
  return {
    ...(code.trim() !== "" && { couponCodes: [code.trim()] }),
    ...(removed.length > 0 && { removeCouponIds: [...removed] }),
  };
}
