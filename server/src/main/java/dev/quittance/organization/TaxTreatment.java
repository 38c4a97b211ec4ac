package dev.quittance.organization;

/** How a tax rate is classed. */
public enum TaxTreatment {
    STANDARD("S"),
    /** EN 16931 has one code for every rate above zero. */
    REDUCED("S"),
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

    /** Whether such a rate may be above zero. */
    public boolean charges() {
        return this == STANDARD || this == REDUCED;
    }
}
