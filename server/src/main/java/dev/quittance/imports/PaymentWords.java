package dev.quittance.imports;

import dev.quittance.customers.PaymentKind;
import dev.quittance.platform.Faults;
import dev.quittance.uploads.Excerpt;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads how a customer pays. A file brings no stored card or mandate, so `Credit card (automatic)`
 * counts as offline until there is one.
 */
interface PaymentWords {
    List<String> OFFLINE =
            List.of(
                    "invoice",
                    "offline",
                    "check",
                    "cheque",
                    "transfer",
                    "cash",
                    "card",
                    "debit",
                    "money order",
                    "sepa",
                    "ach",
                    "bank",
                    "giro",
                    "paypal",
                    "wire");

    static PaymentKind kind(Faults faults, String path, @Nullable String cell) {
        var text = cell == null ? "" : cell.strip().toLowerCase(Locale.ROOT);
        if (text.equals("free")) {
            return PaymentKind.FREE;
        }
        faults.check(
                text.isEmpty() || OFFLINE.stream().anyMatch(text::contains),
                path,
                "%s is no way to pay we know. Write Invoice, Bank transfer, Check, Cash, Credit card, or Free"
                        .formatted(Excerpt.of(text)));
        return PaymentKind.INVOICE;
    }
}
