/**
 * Bank statements: files of the merchant's bank, their entries each kept once, what they are
 * suggested to be, and what staff makes of them.
 *
 * <p>Files come by {@code POST /bank-files}, everything else over GraphQL. Money is booked, sent
 * and put back by {@link dev.quittance.collection.BankReceipts}; what has arrived at the bank is
 * booked here, from CLEARING to BANK. It tells no events of its own, and hears of payments that
 * were put back to New.
 */
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "organization",
            "uploads",
            "customers",
            "ledger",
            "invoicing",
            "payments",
            "payouts",
            "collection"
        })
@NullMarked
package dev.quittance.banking;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
