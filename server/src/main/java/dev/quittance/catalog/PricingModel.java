package dev.quittance.catalog;

/** How the price of a quantity comes about. */
public enum PricingModel {
    /** One price, whatever the quantity. */
    FLAT,
    /** A price for each unit. */
    PER_UNIT,
    /** A fixed part, and each unit at the price of the tier it falls in. */
    GRADUATED,
    /** A fixed part, and all units at the price of the tier that their number falls in. */
    VOLUME,
    /** A price for each package that is begun. */
    PACKAGE;

    boolean tiered() {
        return this == GRADUATED || this == VOLUME;
    }
}
