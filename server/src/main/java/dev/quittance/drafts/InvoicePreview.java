package dev.quittance.drafts;

import dev.quittance.invoicing.DraftLine;
import dev.quittance.invoicing.Drafting.InvoiceDraft;
import dev.quittance.invoicing.TaxRow;
import dev.quittance.invoicing.UnitPrice;
import dev.quittance.subscriptions.Period;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * An invoice as it would be posted today.
 *
 * @param lines in the order in which they were entered
 * @param dueOn the last day to pay on
 */
public record InvoicePreview(
        List<InvoicePreviewLine> lines,
        List<TaxRow> taxRows,
        Money net,
        Money tax,
        Money rounding,
        Money total,
        LocalDate dueOn) {

    public InvoicePreview {
        lines = List.copyOf(lines);
        taxRows = List.copyOf(taxRows);
    }

    /** One line; the gross where its price contains the tax. */
    public record InvoicePreviewLine(
            String description,
            BigDecimal quantity,
            UnitPrice unitPrice,
            Money net,
            @Nullable Money gross,
            @Nullable Period period,
            @Nullable String taxLabel,
            List<String> explanation) {

        static InvoicePreviewLine of(DraftLine line) {
            CurrencyUnit currency = line.net().getCurrencyUnit();
            return new InvoicePreviewLine(
                    line.charge().description(),
                    line.charge().quantity(),
                    UnitPrice.of(line.unitPrice(), currency),
                    line.net(),
                    line.gross(),
                    Period.ofNullable(line.charge().period()),
                    line.taxLabel(),
                    line.explanation().sentences());
        }
    }

    public static InvoicePreview of(InvoiceDraft draft, LocalDate today) {
        return new InvoicePreview(
                draft.lines().stream().map(InvoicePreviewLine::of).toList(),
                draft.taxRows(),
                draft.net(),
                draft.tax(),
                draft.rounding(),
                draft.total(),
                draft.dueOn(today));
    }
}
