package dev.quittance.books;

import dev.quittance.books.TaxReport.TaxReportRow;
import dev.quittance.platform.Columns;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;

/** Adds up tax rows of documents. */
@Repository
class TaxReportRepository {
    private final DatabaseClient db;

    TaxReportRepository(DatabaseClient db) {
        this.db = db;
    }

    /** Tax by currency, place and rate; documents count on their issue date. */
    Flux<TaxReportRow> rows(@Nullable CurrencyUnit currency, LocalDate from, LocalDate to) {
        return db.sql(
                        """
                        with billed as (
                          select i.currency, i.buyer, t.label, t.percent, t.treatment, t.base_minor as base, t.tax_minor as tax
                            from invoice i join invoice_tax t on t.invoice_id = i.id
                           where i.issued_on between :from and :to and i.status <> 'DRAFT' and i.taken_over_on is null
                          union all
                          select i.currency, i.buyer, null, 0, null, l.net_minor, 0
                            from invoice i join invoice_line l on l.invoice_id = i.id
                           where i.issued_on between :from and :to and i.status <> 'DRAFT' and i.taken_over_on is null and l.tax_label is null),
                        credited as (
                          select n.currency, n.buyer, t.label, t.percent, t.treatment, t.base_minor as base, t.tax_minor as tax
                            from credit_note n join credit_note_tax t on t.credit_note_id = n.id
                           where n.issued_on between :from and :to
                          union all
                          select n.currency, n.buyer, null, 0, null, l.net_minor, 0
                            from credit_note n join credit_note_line l on l.credit_note_id = n.id
                           where n.issued_on between :from and :to and l.tax_label is null)
                        select currency, buyer->'address'->>'country' as country, buyer->'address'->>'region' as region,
                               label, percent, treatment,
                               sum(billed_base)::bigint as billed_base, sum(billed_tax)::bigint as billed_tax,
                               sum(credited_base)::bigint as credited_base, sum(credited_tax)::bigint as credited_tax
                          from (select *, base as billed_base, tax as billed_tax, 0 as credited_base, 0 as credited_tax from billed
                                union all
                                select *, 0, 0, base, tax from credited) both_ways
                         where :currency::text is null or currency = :currency
                         group by 1, 2, 3, 4, 5, 6
                        having sum(base) <> 0 or sum(tax) <> 0 or count(*) > 1
                         order by 1, 2 nulls last, 3 nulls first, 5 desc, 4
                        """)
                .bind("from", from)
                .bind("to", to)
                .bind(
                        "currency",
                        Parameters.in(
                                R2dbcType.VARCHAR, currency == null ? null : currency.getCode()))
                .map(TaxReportRepository::row)
                .all();
    }

    private static TaxReportRow row(Readable row) {
        var column = new Columns(row);
        var currency = CurrencyUnit.of(column.text("currency"));
        var base = Money.ofMinor(currency, column.number("billed_base"));
        var tax = Money.ofMinor(currency, column.number("billed_tax"));
        var creditedBase = Money.ofMinor(currency, column.number("credited_base"));
        var creditedTax = Money.ofMinor(currency, column.number("credited_tax"));
        return new TaxReportRow(
                column.textOrNull("country"),
                column.textOrNull("region"),
                column.textOrNull("label"),
                column.decimal("percent").stripTrailingZeros(),
                column.textOrNull("treatment"),
                base,
                tax,
                creditedBase,
                creditedTax,
                base.minus(creditedBase),
                tax.minus(creditedTax));
    }
}
