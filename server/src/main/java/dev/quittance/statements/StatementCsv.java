package dev.quittance.statements;

import dev.quittance.platform.CsvText;
import java.util.List;
import java.util.Objects;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/** How a statement reads as a spreadsheet: the opening balance, every row, the closing balance. */
interface StatementCsv {
    List<String> HEADER =
            List.of(
                    "date",
                    "kind",
                    "number",
                    "reference",
                    "due_on",
                    "value_on",
                    "charge",
                    "credit",
                    "balance",
                    "currency");

    static Flux<String> of(Statement statement, Flux<StatementRow> rows) {
        return CsvText.of(
                HEADER,
                Flux.concat(
                        Flux.just(
                                edge(
                                        statement.from().toString(),
                                        "Opening balance",
                                        statement.opening())),
                        rows.map(StatementCsv::cells),
                        Flux.just(
                                edge(
                                        statement.to().toString(),
                                        "Closing balance",
                                        statement.closing()))));
    }

    private static List<String> edge(String day, String kind, Money balance) {
        return List.of(
                day,
                kind,
                "",
                "",
                "",
                "",
                "",
                "",
                amount(balance),
                balance.getCurrencyUnit().getCode());
    }

    private static List<String> cells(StatementRow row) {
        return List.of(
                row.bookedOn().toString(),
                row.kind().label(),
                CsvText.harmless(row.number()),
                CsvText.harmless(row.reference()),
                Objects.toString(row.dueOn(), ""),
                Objects.toString(row.valueOn(), ""),
                amount(row.charge()),
                amount(row.credit()),
                amount(row.balance()),
                row.balance().getCurrencyUnit().getCode());
    }

    private static String amount(@Nullable Money money) {
        return money == null ? "" : money.getAmount().toPlainString();
    }
}
