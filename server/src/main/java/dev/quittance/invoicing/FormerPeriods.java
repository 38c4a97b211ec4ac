package dev.quittance.invoicing;

import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Days of subscriptions that another system has billed: they can't be billed here again. */
@Service
public class FormerPeriods {
    private final DatabaseClient db;

    FormerPeriods(DatabaseClient db) {
        this.db = db;
    }

    /** Claims the days before each subscription's next billing date, for all its items. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Void> claim(List<UUID> subscriptions) {
        return db.sql(
                        """
                        insert into billed_period (subscription_id, item_id, kind, period)
                        select distinct s.id, i.id, case when i.addon_id is null then 'PLAN' else 'ADDON' end,
                               daterange(s.started_on, s.billed_until)
                          from subscription s join subscription_item i on i.subscription_id = s.id
                         where s.id = any(:subscriptions) and s.started_on < s.billed_until
                        """)
                .bind("subscriptions", subscriptions.toArray(UUID[]::new))
                .then();
    }

    /** Lets them be billed after all. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Void> release(List<UUID> subscriptions) {
        return db.sql(
                        """
                        delete from billed_period
                         where subscription_id = any(:subscriptions) and invoice_id is null
                        """)
                .bind("subscriptions", subscriptions.toArray(UUID[]::new))
                .then();
    }
}
