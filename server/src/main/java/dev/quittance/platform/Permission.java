package dev.quittance.platform;

/**
 * What a caller may do. Roles and scopes are sets of these; {@code @allow} in the schema says which
 * field needs which. The first six follow from who is calling.
 */
public enum Permission {
    EVERYONE,
    SIGNED_IN,
    CONTACT,
    CONTACT_BILLING,
    CONTACT_PRIMARY,
    STAFF,
    CUSTOMER_READ,
    CUSTOMER_WRITE,
    CATALOG_READ,
    CATALOG_WRITE,
    SUBSCRIPTION_READ,
    SUBSCRIPTION_WRITE,
    INVOICE_READ,
    INVOICE_WRITE,
    PAYMENT_READ,
    PAYMENT_WRITE,
    BILLING_READ,
    BILLING_RUN,
    IMPORT,
    USERS_MANAGE,
    OWNERS_MANAGE,
    SETTINGS_READ,
    SETTINGS_WRITE,
    CLOCK_MOVE,
    MAIL_READ,
    REPORT_READ,
    BOOKS_CLOSE,
    OPERATIONS_READ,
    OPERATIONS_WRITE
}
