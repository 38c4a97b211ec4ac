package dev.quittance.subscriptions;

import dev.quittance.organization.Organizations;
import dev.quittance.platform.Columns;
import dev.quittance.platform.History;
import dev.quittance.platform.HistoryEntry;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** What the acts on subscriptions give back and how they count, as the merchant has it. */
@Service
public class LifeSettings {
    private static final String PRESENT =
            "select pause_credits, cancel_unused, resume_anchor, interval_anchor, first_period from life_setting";

    private final DatabaseClient db;
    private final History history;

    LifeSettings(DatabaseClient db, History history) {
        this.db = db;
        this.history = history;
    }

    public Mono<LifeSetting> current() {
        return read(PRESENT);
    }

    /** Takes the place of the present ones. */
    @Transactional
    Mono<LifeSetting> update(LifeSetting after) {
        return read(PRESENT + " for update")
                .delayUntil(_ -> write(after))
                .delayUntil(before -> history.add(entry(before, after)))
                .thenReturn(after);
    }

    private Mono<LifeSetting> read(String sql) {
        return db.sql(sql)
                .map(
                        row -> {
                            var column = new Columns(row);
                            return new LifeSetting(
                                    column.flag("pause_credits"),
                                    column.choice("cancel_unused", LifeSetting.UnusedDays.class),
                                    column.choice("resume_anchor", LifeSetting.Anchor.class),
                                    column.choice("interval_anchor", LifeSetting.Anchor.class),
                                    column.choice("first_period", LifeSetting.FirstPeriod.class));
                        })
                .one();
    }

    private Mono<Void> write(LifeSetting after) {
        return db.sql(
                        """
                        update life_setting
                           set pause_credits = :pause, cancel_unused = :cancel, resume_anchor = :resume,
                               interval_anchor = :interval, first_period = :first
                        """)
                .bind("pause", after.pauseCredits())
                .bind("cancel", after.cancelUnused().name())
                .bind("resume", after.resumeAnchor().name())
                .bind("interval", after.intervalAnchor().name())
                .bind("first", after.firstPeriod().name())
                .then();
    }

    private static HistoryEntry.New entry(LifeSetting before, LifeSetting after) {
        return new HistoryEntry.New(
                "ORGANIZATION",
                Organizations.HISTORY_ID,
                null,
                "subscription settings changed",
                before,
                after,
                null);
    }
}
