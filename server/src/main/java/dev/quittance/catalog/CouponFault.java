package dev.quittance.catalog;

/** Why a coupon can't be redeemed. */
public enum CouponFault {
    UNKNOWN("There is no coupon of this code."),
    EXPIRED("This coupon has expired."),
    OTHER_PLANS("This coupon is not for this plan."),
    OTHER_CURRENCIES("This coupon is not for this currency."),
    USED_UP("This coupon has been redeemed as often as it could be."),
    USED_UP_BY_CUSTOMER("The customer has redeemed this coupon as often as they could."),
    REDEEMED("This coupon acts on the subscription already.");

    private final String sentence;

    CouponFault(String sentence) {
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }
}
