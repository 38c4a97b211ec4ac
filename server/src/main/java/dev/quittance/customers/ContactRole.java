package dev.quittance.customers;

/** What a contact may do in the portal. */
public enum ContactRole {
    /** Reads, pays, changes, forwards. One per customer. */
    PRIMARY,
    /** Reads, pays and changes. */
    BILLING,
    /** Reads. */
    VIEWER
}
