package dev.quittance.subscriptions;

/** Where the price of an item comes from. */
public enum PriceSource {
    CATALOG("list price"),
    /** Agreed with the customer. */
    OWN("your own price"),
    /** The catalog's of before, which the customer keeps. */
    KEPT("the price you keep");

    private final String words;

    PriceSource(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
