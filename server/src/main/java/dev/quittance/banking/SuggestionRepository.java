package dev.quittance.banking;

import dev.quittance.platform.Amounts;
import dev.quittance.platform.Columns;
import io.r2dbc.spi.Readable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The SQL of suggestions. */
@Repository
class SuggestionRepository {
    private final DatabaseClient db;

    SuggestionRepository(DatabaseClient db) {
        this.db = db;
    }

    /** A suggestion and whose it is. */
    record Ranked(UUID entry, int rank, BankSuggestion suggestion) {}

    /** Of these entries, the best first. */
    Flux<Ranked> of(Collection<UUID> entries) {
        return db.sql(
                        """
                        select s.entry_id, s.rank, s.kind, s.confidence, s.exact, s.reason, s.customer_id, s.invoice_ids, s.minors,
                               s.refund_id, s.payment_id, s.payout_id, e.currency,
                               array(select i.number from unnest(s.invoice_ids) with ordinality as u (id, n)
                                       join invoice i on i.id = u.id order by u.n) as numbers
                          from bank_suggestion s join bank_entry e on e.id = s.entry_id
                         where s.entry_id = any(:entries) and e.state in ('OPEN', 'SUGGESTED')
                         order by s.entry_id, s.rank
                        """)
                .bind("entries", entries.toArray(UUID[]::new))
                .map(SuggestionRepository::ranked)
                .all();
    }

    /** Replaces what is suggested for these open entries. */
    Mono<Void> replace(Collection<UUID> entries, List<Ranked> found) {
        var ids = entries.toArray(UUID[]::new);
        return db.sql("delete from bank_suggestion where entry_id = any(:ids)")
                .bind("ids", ids)
                .then()
                .then(found.isEmpty() ? Mono.empty() : add(found))
                .then(
                        db.sql(
                                        """
                                        update bank_entry e
                                           set state = case when s.entry_id is null then 'OPEN' else 'SUGGESTED' end,
                                               exact = coalesce(s.exact, false), compared = true, hindrance = null
                                          from unnest(:ids::uuid[]) as i (id)
                                          left join bank_suggestion s on s.entry_id = i.id and s.rank = 1
                                         where e.id = i.id and e.state in ('OPEN', 'SUGGESTED')
                                        """)
                                .bind("ids", ids)
                                .then());
    }

    private Mono<Void> add(List<Ranked> found) {
        var sql =
                db.sql(
                                """
                                insert into bank_suggestion (entry_id, rank, kind, confidence, exact, reason, customer_id,
                                                             invoice_ids, minors, refund_id, payment_id, payout_id)
                                select entry, rank, kind, confidence, exact, reason, customer,
                                       case when invoices = '' then '{}' else string_to_array(invoices, ',')::uuid[] end,
                                       case when minors = '' then '{}' else string_to_array(minors, ',')::bigint[] end,
                                       nullif(refund, '')::uuid, nullif(payment, '')::uuid, nullif(payout, '')::uuid
                                  from unnest(:entries::uuid[], :ranks::int[], :kinds::text[], :confidences::int[],
                                              :exacts::boolean[], :reasons::text[], :customers::uuid[], :invoices::text[],
                                              :minors::text[], :refunds::text[], :payments::text[], :payouts::text[])
                                       as s (entry, rank, kind, confidence, exact, reason, customer, invoices, minors,
                                             refund, payment, payout)
                                """)
                        .bind("entries", found.stream().map(Ranked::entry).toArray(UUID[]::new))
                        .bind("ranks", found.stream().map(Ranked::rank).toArray(Integer[]::new));
        var all = found.stream().map(Ranked::suggestion).toList();
        return sql.bind("kinds", all.stream().map(one -> one.kind().name()).toArray(String[]::new))
                .bind(
                        "confidences",
                        all.stream().map(BankSuggestion::confidence).toArray(Integer[]::new))
                .bind("exacts", all.stream().map(BankSuggestion::exact).toArray(Boolean[]::new))
                .bind("reasons", all.stream().map(BankSuggestion::reason).toArray(String[]::new))
                .bind(
                        "customers",
                        all.stream().map(BankSuggestion::customerId).toArray(UUID[]::new))
                .bind(
                        "invoices",
                        all.stream().map(SuggestionRepository::invoices).toArray(String[]::new))
                .bind(
                        "minors",
                        all.stream().map(SuggestionRepository::minors).toArray(String[]::new))
                .bind(
                        "refunds",
                        all.stream().map(one -> text(one.refundId())).toArray(String[]::new))
                .bind(
                        "payments",
                        all.stream().map(one -> text(one.paymentId())).toArray(String[]::new))
                .bind(
                        "payouts",
                        all.stream().map(one -> text(one.payoutId())).toArray(String[]::new))
                .then();
    }

    private static String invoices(BankSuggestion suggestion) {
        return String.join(
                ",", suggestion.shares().stream().map(one -> one.invoiceId().toString()).toList());
    }

    private static String minors(BankSuggestion suggestion) {
        return String.join(
                ",",
                suggestion.shares().stream()
                        .map(one -> Long.toString(Amounts.minor(one.amount())))
                        .toList());
    }

    private static String text(@Nullable UUID id) {
        return id == null ? "" : id.toString();
    }

    private static Ranked ranked(Readable row) {
        var column = new Columns(row);
        var ids = Objects.requireNonNull(row.get("invoice_ids", UUID[].class));
        var minors = Objects.requireNonNull(row.get("minors", Long[].class));
        var numbers = Objects.requireNonNull(row.get("numbers", String[].class));
        var shares = new ArrayList<BankSuggestionShare>();
        for (int i = 0; i < ids.length; i++) {
            shares.add(
                    new BankSuggestionShare(
                            ids[i],
                            numbers[i],
                            Amounts.ofMinor(minors[i], column.text("currency"))));
        }
        return new Ranked(
                column.id("entry_id"),
                column.integer("rank"),
                new BankSuggestion(
                        column.choice("kind", SuggestionKind.class),
                        column.integer("confidence"),
                        column.flag("exact"),
                        column.text("reason"),
                        column.idOrNull("customer_id"),
                        shares,
                        column.idOrNull("refund_id"),
                        column.idOrNull("payment_id"),
                        column.idOrNull("payout_id")));
    }
}
