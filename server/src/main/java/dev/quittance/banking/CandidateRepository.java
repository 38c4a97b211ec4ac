package dev.quittance.banking;

import dev.quittance.platform.Columns;
import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;

/** Reads what many entries at once may be about. */
@Repository
class CandidateRepository {
    private final DatabaseClient db;

    CandidateRepository(DatabaseClient db) {
        this.db = db;
    }

    /** An invoice with the bare number by which it was found. */
    record Found(String token, OwedInvoice invoice) {}

    /** A customer who may stand behind an entry. */
    record Known(UUID entry, UUID customer, String name, boolean byAccount) {}

    Flux<Found> byNumbers(Collection<String> tokens) {
        return db.sql(
                        """
                        select t.token, i.id, i.number, i.customer_id, i.due_on, i.currency,
                               case when i.status in ('OPEN', 'WRITTEN_OFF') then i.total_minor - i.paid_minor else 0 end
                                 as owed_minor
                          from unnest(:tokens::text[]) as t (token)
                          join invoice i on upper(regexp_replace(i.number, '[^A-Za-z0-9]', '', 'g')) = t.token
                        union
                        select t.token, i.id, i.number, i.customer_id, i.due_on, i.currency,
                               case when i.status in ('OPEN', 'WRITTEN_OFF') then i.total_minor - i.paid_minor else 0 end
                          from unnest(:tokens::text[]) as t (token)
                          join invoice i on upper(regexp_replace(i.payment_reference, '[^A-Za-z0-9]', '', 'g')) = t.token
                                        and i.payment_reference is distinct from i.number
                         where i.number is not null
                        """)
                .bind("tokens", tokens.toArray(String[]::new))
                .map(row -> new Found(new Columns(row).text("token"), invoice(row)))
                .all();
    }

    /** At most five customers for an entry: a name that more bear says nothing. */
    Flux<Known> payers(Collection<UUID> entries) {
        return db.sql(
                        """
                        select e.id as entry, c.id, c.name, k.by_account
                          from bank_entry e
                         cross join lateral (
                               (select customer_id, true as by_account from bank_payer
                                 where party_account = e.party_account limit 5)
                               union all
                               (select customer_id, false from bank_customer_name where key = e.party_key limit 5)) k
                          join customer c on c.id = k.customer_id
                         where e.id = any(:entries) and e.direction = 'CREDIT'
                        """)
                .bind("entries", entries.toArray(UUID[]::new))
                .map(
                        row -> {
                            var column = new Columns(row);
                            return new Known(
                                    column.id("entry"),
                                    column.id("id"),
                                    column.text("name"),
                                    column.flag("by_account"));
                        })
                .all();
    }

    /** What these customers owe, the oldest fifty of each currency. */
    Flux<OwedInvoice> open(Collection<UUID> customers) {
        return db.sql(
                        """
                        select id, number, customer_id, due_on, currency, owed_minor from (
                          select id, number, customer_id, due_on, currency, total_minor - paid_minor as owed_minor,
                                 row_number() over (partition by customer_id, currency order by due_on, number) as nth
                            from invoice where customer_id = any(:customers) and status = 'OPEN') i
                         where nth <= 50
                         order by customer_id, due_on, number
                        """)
                .bind("customers", customers.toArray(UUID[]::new))
                .map(CandidateRepository::invoice)
                .all();
    }

    private static OwedInvoice invoice(Readable row) {
        var column = new Columns(row);
        return new OwedInvoice(
                column.id("id"),
                column.text("number"),
                column.id("customer_id"),
                column.day("due_on"),
                column.money("owed"));
    }
}
