package dev.quittance.collection;

import dev.quittance.platform.Columns;
import dev.quittance.platform.Ids;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The SQL of reminders. */
@Repository
class ReminderRepository {
    private final DatabaseClient db;

    ReminderRepository(DatabaseClient db) {
        this.db = db;
    }

    /**
     * What is to be reminded of on {@code day} and was not yet. Neither of disabled customers, nor
     * of what is being charged by itself, nor of what is being paid.
     */
    Flux<Reminder> due(LocalDate day, ZoneId zone, int most) {
        return db.sql(
                        """
                        select i.id, i.customer_id, :day::date - i.due_on as days
                          from invoice i
                          join customer c on c.id = i.customer_id and c.active
                         cross join organization o
                         cross join lateral
                        """
                                + DunningRuleRepository.OF_INVOICE
                                + """
                         rule
                         where i.status = 'OPEN' and coalesce(c.time_zone, o.time_zone) = :zone
                           and i.due_on = any (array(select distinct :day::date - d
                                                       from dunning_rule r
                                                      cross join unnest(r.reminder_days) as d))
                           and :day::date - i.due_on = any (rule.reminder_days)
                           and not exists (select from due_charge d
                                            where d.invoice_id = i.id and d.state in ('DUE', 'CHARGING', 'FAILED'))
                           and not exists (select from payment_target t where t.invoice_id = i.id and t.unfinished)
                           and not exists (select from payment_reminder r
                                            where r.invoice_id = i.id and r.days = :day::date - i.due_on)
                         order by i.id
                         limit :most
                        """)
                .bind("day", day)
                .bind("zone", zone.getId())
                .bind("most", most)
                .map(
                        row -> {
                            var column = new Columns(row);
                            return new Reminder(
                                    Ids.next(),
                                    column.id("id"),
                                    column.id("customer_id"),
                                    (int) column.number("days"));
                        })
                .all();
    }

    Mono<Void> add(List<Reminder> reminders, LocalDate day) {
        return db.sql(
                        """
                        insert into payment_reminder (id, invoice_id, customer_id, days, reminded_on)
                        select id, invoice, customer, days, :day
                          from unnest(:ids::uuid[], :invoices::uuid[], :customers::uuid[], :days::integer[])
                               as r (id, invoice, customer, days)
                        """)
                .bind("ids", reminders.stream().map(Reminder::id).toArray(UUID[]::new))
                .bind("invoices", reminders.stream().map(Reminder::invoice).toArray(UUID[]::new))
                .bind("customers", reminders.stream().map(Reminder::customer).toArray(UUID[]::new))
                .bind("days", reminders.stream().map(Reminder::days).toArray(Integer[]::new))
                .bind("day", day)
                .then();
    }
}
