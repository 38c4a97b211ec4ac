package dev.quittance.corrections;

import dev.quittance.invoicing.CreditWish;
import dev.quittance.platform.Faults;
import dev.quittance.platform.MoneyInput;
import dev.quittance.platform.Texts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to be given back of an invoice.
 *
 * @param reason as printed
 * @param mail as it usually is when left out
 * @param quoteToken of the preview that was looked at
 */
record CreditInvoiceInput(
        UUID invoiceId,
        List<CreditLineInput> lines,
        String reason,
        @Nullable Boolean mail,
        @Nullable String quoteToken,
        String idempotencyKey) {
    static final int LONGEST_REASON = 300;

    /** So many units, or an amount without tax, of one line. */
    record CreditLineInput(
            UUID lineId, @Nullable BigDecimal quantity, @Nullable MoneyInput amount) {}

    /** What a preview asks for. */
    record PreviewCreditInvoiceInput(UUID invoiceId, List<CreditLineInput> lines) {}

    /** The reason as it is printed; refuses an empty one. */
    String checkedReason() {
        return reason(reason);
    }

    static String reason(String given) {
        var faults = new Faults();
        var text = Texts.name(faults, "reason", given, LONGEST_REASON);
        faults.orThrow();
        return text;
    }

    static List<CreditWish> wishes(List<CreditLineInput> lines) {
        var faults = new Faults();
        var wishes = new ArrayList<CreditWish>();
        for (var i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            var path = "lines[%d]".formatted(i);
            var amount =
                    line.amount() == null ? null : line.amount().money(faults, path + ".amount");
            wishes.add(new CreditWish(line.lineId(), line.quantity(), amount));
        }
        faults.orThrow();
        return wishes;
    }
}
