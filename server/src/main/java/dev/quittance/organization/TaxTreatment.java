package dev.quittance.organization;

/** How EN 16931 classes a tax rate. */
public enum TaxTreatment {
    STANDARD("S"),
    REDUCED("AA"),
    ZERO("Z"),
    EXEMPT("E"),
    REVERSE_CHARGE("AE"),
    OUTSIDE_SCOPE("O");

    private final String code;

    TaxTreatment(String code) {
        this.code = code;
    }

    /** The code of EN 16931 for electronic invoices. */
    public String code() {
        return code;
    }
}
