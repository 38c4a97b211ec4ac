package dev.quittance.catalog;

/** For how many billed periods a coupon acts. */
public enum CouponDuration {
    ONCE,
    /** For as many as it says. */
    TERMS,
    FOREVER
}
