package dev.quittance.payments;

/** How money came in. */
public enum PaymentMethodKind {
    CARD("Card"),
    BANK_TRANSFER("Bank transfer"),
    CHEQUE("Cheque"),
    CASH("Cash"),
    OTHER("Other");

    private final String label;

    PaymentMethodKind(String label) {
        this.label = label;
    }

    /** What a person calls it. */
    public String label() {
        return label;
    }
}
