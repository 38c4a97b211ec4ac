package dev.quittance.takeover;

import static dev.quittance.takeover.TakeOverKind.NEXT_BILLING_DATES;
import static dev.quittance.takeover.TakeOverKind.OPENING_BALANCES;
import static dev.quittance.takeover.TakeOverKind.OPEN_INVOICES;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a column of a file from another billing system holds. */
enum TakeOverField {
    /** The external id, the email address, or the id here. */
    CUSTOMER(
            Set.of(TakeOverKind.values()),
            "customer customerid customernumber externalid accountnumber customeremail email"),
    /** The number of a subscription here; needed where a customer has several. */
    SUBSCRIPTION(Set.of(NEXT_BILLING_DATES), "subscription subscriptionnumber"),
    NUMBER(
            Set.of(OPEN_INVOICES),
            "number invoicenumber invoice invoiceno oldnumber documentnumber"),
    ISSUED_ON(Set.of(OPEN_INVOICES), "issuedon issuedate invoicedate date"),
    DUE_ON(Set.of(OPEN_INVOICES), "dueon duedate due"),
    CURRENCY(Set.of(OPEN_INVOICES, OPENING_BALANCES), "currency"),
    TOTAL(Set.of(OPEN_INVOICES), "total totalamount gross grossamount invoicetotal"),
    /** What is still to be paid. */
    OPEN(Set.of(OPEN_INVOICES), "open openamount amountopen amountdue outstanding balance"),
    NET(Set.of(OPEN_INVOICES), "net netamount"),
    TAX_RATE(Set.of(OPEN_INVOICES), "taxrate taxpercent vatrate"),
    TAX(Set.of(OPEN_INVOICES), "tax taxamount vat"),
    NET_2(Set.of(OPEN_INVOICES), "net2"),
    TAX_RATE_2(Set.of(OPEN_INVOICES), "taxrate2"),
    TAX_2(Set.of(OPEN_INVOICES), "tax2"),
    PAYMENT_REFERENCE(Set.of(OPEN_INVOICES), "paymentreference reference"),
    DESCRIPTION(Set.of(OPEN_INVOICES, OPENING_BALANCES), "description text"),
    /** Above zero a credit of the customer, below zero a debt. */
    AMOUNT(Set.of(OPENING_BALANCES), "amount balance openingbalance credit"),
    AS_OF(Set.of(OPENING_BALANCES), "asof asofdate date"),
    /** The first day that is billed here. */
    NEXT_BILLING_ON(
            Set.of(NEXT_BILLING_DATES), "nextbillingon nextbillingdate nextbilling billfrom"),
    IGNORE(Set.of(TakeOverKind.values()), "");

    private final Set<TakeOverKind> kinds;
    private final List<String> names;

    TakeOverField(Set<TakeOverKind> kinds, String names) {
        this.kinds = kinds;
        this.names = List.of(names.split(" "));
    }

    boolean of(TakeOverKind kind) {
        return kinds.contains(kind);
    }

    /** What a column of this name most probably holds. */
    static TakeOverField proposedFor(TakeOverKind kind, String column) {
        var plain = column.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        return Arrays.stream(values())
                .filter(field -> field.of(kind) && field.names.contains(plain))
                .findFirst()
                .orElse(IGNORE);
    }
}
