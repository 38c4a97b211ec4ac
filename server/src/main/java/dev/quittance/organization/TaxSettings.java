package dev.quittance.organization;

import dev.quittance.platform.Columns;
import dev.quittance.platform.Faults;
import dev.quittance.platform.Given;
import dev.quittance.platform.JsonText;
import io.r2dbc.spi.Readable;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** How the merchant's documents are taxed, and what may be changed of it. */
@Service
public class TaxSettings {
    private static final String PRESENT =
            "select tax_date, rounding, cash_rounding, reverse_charge, exchange_days from tax_setting";

    private final DatabaseClient db;
    private final TaxHistory history;
    private final TransactionalOperator transaction;
    private final Remembered<TaxSetting> present = new Remembered<>();

    TaxSettings(DatabaseClient db, TaxHistory history, TransactionalOperator transaction) {
        this.db = db;
        this.history = history;
        this.transaction = transaction;
    }

    /** The settings as of now; a change made on another server shows within two seconds. */
    public Mono<TaxSetting> current() {
        return present.get(db.sql(PRESENT).map(TaxSettings::setting).one());
    }

    /** What is remembered is no longer true. */
    void forget() {
        present.forget();
    }

    /** Any age of rates of exchange will do. */
    public Mono<Void> acceptAnyExchangeRate() {
        return db.sql("update tax_setting set exchange_days = null")
                .then()
                .doOnSuccess(_ -> forget());
    }

    /** Changes the settings, or refuses with {@code InvalidInput}. */
    Mono<TaxSetting> update(TaxSettingChange change) {
        return transaction
                .transactional(
                        db.sql(PRESENT + " for update")
                                .map(TaxSettings::setting)
                                .one()
                                .flatMap(before -> keep(before, change)))
                .doOnNext(_ -> forget());
    }

    private Mono<TaxSetting> keep(TaxSetting before, TaxSettingChange change) {
        var faults = new Faults();
        var after = change.applied(before, faults);
        faults.orThrow();
        return db.sql(
                        """
                        update tax_setting
                           set tax_date = :taxDate, rounding = :rounding, cash_rounding = :cash::jsonb,
                               reverse_charge = :wordings::jsonb, exchange_days = :days
                        """)
                .bind("taxDate", after.taxDate().name())
                .bind("rounding", after.rounding().name())
                .bind("cash", JsonText.write(after.cashRounding()))
                .bind("wordings", JsonText.write(after.reverseCharge()))
                .bind("days", Given.sql(after.exchangeDays(), Integer.class))
                .then()
                .then(history.add("tax settings changed", before, after))
                .thenReturn(after);
    }

    private static TaxSetting setting(Readable row) {
        var column = new Columns(row);
        return new TaxSetting(
                column.choice("tax_date", TaxDate.class),
                column.choice("rounding", TaxRounding.class),
                List.of(column.json("cash_rounding", CashRounding[].class)),
                List.of(column.json("reverse_charge", ReverseChargeWording[].class)),
                column.integerOrNull("exchange_days"));
    }
}
