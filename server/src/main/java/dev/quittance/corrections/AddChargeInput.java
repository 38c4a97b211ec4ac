package dev.quittance.corrections;

import dev.quittance.drafts.InvoiceEntryInput;
import dev.quittance.drafts.InvoiceEntryInput.EnteredLineInput;
import dev.quittance.invoicing.Invoice;
import dev.quittance.platform.Faults;
import dev.quittance.platform.MoneyInput;
import dev.quittance.platform.Texts;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What is to be added to a bill.
 *
 * @param description as printed
 * @param amount without tax, above zero
 * @param taxCategoryId of a charge; a discount keeps the bill's own rates
 * @param mail as it usually is when left out
 * @param quoteToken of the preview that was looked at
 */
record AddChargeInput(
        UUID invoiceId,
        ChargeKind kind,
        String description,
        MoneyInput amount,
        @Nullable UUID taxCategoryId,
        @Nullable Boolean mail,
        @Nullable String quoteToken,
        String idempotencyKey) {
    private static final int LONGEST_DESCRIPTION = 300;

    /** Which way a bill is adjusted. */
    enum ChargeKind {
        /** Raises it, by an invoice of its own. */
        CHARGE,
        /** Lowers it, by a credit note. */
        DISCOUNT
    }

    /** What a preview asks for. */
    record PreviewAddChargeInput(
            UUID invoiceId,
            ChargeKind kind,
            String description,
            MoneyInput amount,
            @Nullable UUID taxCategoryId) {}

    PreviewAddChargeInput wanted() {
        return new PreviewAddChargeInput(invoiceId, kind, description, amount, taxCategoryId);
    }

    /** What was entered, checked. */
    record Adjustment(String description, Money amount) {

        static Adjustment of(PreviewAddChargeInput input, Invoice bill) {
            var faults = new Faults();
            var description =
                    Texts.name(faults, "description", input.description(), LONGEST_DESCRIPTION);
            var amount = input.amount().money(faults, "amount");
            faults.check(amount.isPositive(), "amount", "must be above zero");
            faults.check(
                    amount.getCurrencyUnit().equals(bill.currency()),
                    "amount.currency",
                    "must be %s, the currency of the bill".formatted(bill.currency()));
            faults.orThrow();
            return new Adjustment(description, amount);
        }

        /** The one line of the invoice that adds it. */
        InvoiceEntryInput entry(Invoice bill, @Nullable UUID taxCategory) {
            var line =
                    new EnteredLineInput(
                            description,
                            BigDecimal.ONE,
                            amount.getAmount(),
                            taxCategory,
                            null,
                            null,
                            null,
                            null);
            return new InvoiceEntryInput(
                    bill.customer(),
                    bill.currency(),
                    false,
                    List.of(line),
                    null,
                    null,
                    null,
                    null,
                    null);
        }
    }
}
