package dev.quittance.collection;

import dev.quittance.collection.PaymentRules.TopUpLimit;
import dev.quittance.platform.Amounts;
import dev.quittance.platform.Columns;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.joda.money.CurrencyUnit;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** The SQL of how money is taken. */
@Repository
class PaymentRuleRepository {
    private final DatabaseClient db;

    PaymentRuleRepository(DatabaseClient db) {
        this.db = db;
    }

    Mono<PaymentRules> find() {
        return limits().flatMap(
                        limits ->
                                db.sql(
                                                """
                                                select partial_by_contacts, overpayment_offline, top_up_by_contacts
                                                  from payment_rule
                                                """)
                                        .map(
                                                row -> {
                                                    var column = new Columns(row);
                                                    return new PaymentRules(
                                                            column.flag("partial_by_contacts"),
                                                            column.flag("overpayment_offline"),
                                                            column.flag("top_up_by_contacts"),
                                                            limits);
                                                })
                                        .one());
    }

    /** Replaces the rules; the limits that are not named any more are dropped. */
    Mono<Void> save(PaymentRules rules) {
        return db.sql(
                        """
                        update payment_rule
                           set partial_by_contacts = :partial, overpayment_offline = :over, top_up_by_contacts = :topUp
                        """)
                .bind("partial", rules.partialByContacts())
                .bind("over", rules.overpaymentOffline())
                .bind("topUp", rules.topUpByContacts())
                .then()
                .then(db.sql("delete from top_up_limit").then())
                .then(saveLimits(rules.topUpLimits()));
    }

    private Mono<List<TopUpLimit>> limits() {
        return db.sql(
                        """
                        select currency, least_minor, most_minor
                          from top_up_limit
                         order by currency
                        """)
                .map(
                        row -> {
                            var column = new Columns(row);
                            return new TopUpLimit(
                                    CurrencyUnit.of(column.text("currency")),
                                    column.money("least"),
                                    column.money("most"));
                        })
                .all()
                .collectList();
    }

    private Mono<Void> saveLimits(List<TopUpLimit> limits) {
        return db.sql(
                        """
                        insert into top_up_limit (currency, least_minor, most_minor)
                        select currency, least, most
                          from unnest(:currencies::text[], :leasts::bigint[], :mosts::bigint[]) as l (currency, least, most)
                        """)
                .bind("currencies", column(limits, one -> one.currency().getCode(), String[]::new))
                .bind("leasts", column(limits, one -> Amounts.minor(one.least()), Long[]::new))
                .bind("mosts", column(limits, one -> Amounts.minor(one.most()), Long[]::new))
                .then();
    }

    private static <T> T[] column(
            List<TopUpLimit> limits, Function<TopUpLimit, T> value, IntFunction<T[]> array) {
        return limits.stream().map(value).toArray(array);
    }
}
