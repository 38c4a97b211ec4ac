package dev.quittance.books;

import dev.quittance.books.TaxReport.TaxReportRow;
import dev.quittance.platform.CsvText;
import java.util.List;
import java.util.Objects;
import org.joda.money.Money;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Files for the accountant as CSV, amounts with a decimal point. */
@Component
class ExportFile {
    private static final List<String> TAX =
            List.of(
                    "country",
                    "region",
                    "rate",
                    "percent",
                    "treatment",
                    "currency",
                    "billed_net",
                    "billed_tax",
                    "credited_net",
                    "credited_tax",
                    "net",
                    "tax");

    private final ExportRepository repository;
    private final TaxReportRepository taxes;

    ExportFile(ExportRepository repository, TaxReportRepository taxes) {
        this.repository = repository;
        this.taxes = taxes;
    }

    Flux<String> text(BooksExport.Order order) {
        return switch (order.kind()) {
            case JOURNAL -> CsvText.of(ExportRepository.JOURNAL, repository.journal(order));
            case ACCOUNTS -> CsvText.of(ExportRepository.ACCOUNTS, repository.accounts(order));
            case TAX ->
                    CsvText.of(
                            TAX,
                            taxes.rows(order.currency(), order.from(), order.to())
                                    .map(ExportFile::cells));
        };
    }

    private static List<String> cells(TaxReportRow row) {
        return List.of(
                Objects.toString(row.country(), ""),
                CsvText.harmless(row.region()),
                CsvText.harmless(Objects.toString(row.label(), "Not taxed")),
                row.percent().toPlainString(),
                Objects.toString(row.treatment(), ""),
                row.base().getCurrencyUnit().getCode(),
                amount(row.billedBase()),
                amount(row.billedTax()),
                amount(row.creditedBase()),
                amount(row.creditedTax()),
                amount(row.base()),
                amount(row.tax()));
    }

    private static String amount(Money money) {
        return money.getAmount().toPlainString();
    }
}
