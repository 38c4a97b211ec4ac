package dev.quittance.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.quittance.catalog.Interval;
import dev.quittance.catalog.IntervalUnit;
import dev.quittance.imports.ImportStart.CustomerImportStarted;
import dev.quittance.imports.ImportStart.ImportBusy;
import dev.quittance.imports.ImportStart.ImportHasFaults;
import dev.quittance.platform.FieldFault;
import dev.quittance.platform.InvalidInput;
import dev.quittance.platform.Refused;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class ImportMappingTests {
    private static final Interval MONTHLY = new Interval(1, IntervalUnit.MONTH);

    @Test
    void onlyTheFirstColumnOfASingleFieldIsProposed() {
        var mapping =
                ImportMapping.proposedFor(List.of("Customer Name", "name", "id"), CurrencyUnit.EUR);
        assertThat(mapping.columns())
                .extracting(MappedColumn::field)
                .containsExactly(ImportField.NAME, ImportField.IGNORE, ImportField.EXTERNAL_ID);
        assertThat(mapping.currency()).isEqualTo(CurrencyUnit.EUR);
    }

    @Test
    void whatIsNotMappedIsNotImported() {
        var mapping =
                mapping(new MappedColumn("id", ImportField.EXTERNAL_ID))
                        .checked(List.of("id", "x"));
        assertThat(mapping.columns())
                .containsExactly(
                        new MappedColumn("id", ImportField.EXTERNAL_ID),
                        new MappedColumn("x", ImportField.IGNORE));
    }

    @Test
    void everyFaultOfAMappingIsToldByItsPath() {
        var refused =
                catchThrowableOfType(
                        Refused.class,
                        () ->
                                new ImportMapping(
                                                List.of(
                                                        new MappedColumn("gone", ImportField.PRICE),
                                                        new MappedColumn("a", ImportField.PRICE),
                                                        new MappedColumn("a", ImportField.CITY)),
                                                CurrencyUnit.EUR,
                                                " ",
                                                new Interval(0, IntervalUnit.DAY))
                                        .checked(List.of("a", "b")));
        assertThat(((InvalidInput) refused.problem()).fields())
                .extracting(FieldFault::path)
                .containsExactly(
                        "mapping.columns[0].column",
                        "mapping.columns[1].field",
                        "mapping.columns[2].column",
                        "mapping.columns",
                        "mapping.columns",
                        "mapping.planName",
                        "mapping.interval.count");
    }

    @ParameterizedTest
    @EnumSource(
            value = ImportStatus.class,
            mode = Mode.INCLUDE,
            names = {"CHECKING", "RUNNING", "COMPLETED"})
    void anImportAtWorkOrOverIsNotStartedAgain(ImportStatus status) {
        assertThat(ImportStart.run(at(status, 10, 0, true), false)).isInstanceOf(ImportBusy.class);
        assertThat(ImportStart.check(at(status, 10, 0, true))).isInstanceOf(ImportBusy.class);
    }

    @Test
    void aRunNeedsACheck() {
        assertThat(ImportStart.run(at(ImportStatus.UPLOADED, 0, 0, false), true))
                .isInstanceOf(ImportBusy.class);
        assertThat(ImportStart.run(at(ImportStatus.CHECKED, 9, 0, true), false))
                .isInstanceOf(CustomerImportStarted.class);
        assertThat(ImportStart.run(at(ImportStatus.FAILED, 9, 0, true), false))
                .isInstanceOf(CustomerImportStarted.class);
    }

    @Test
    void badRowsStopARunUnlessTheyAreLeftOut() {
        var found = at(ImportStatus.CHECKED, 8, 2, true);
        assertThat(ImportStart.run(found, false))
                .isInstanceOfSatisfying(
                        ImportHasFaults.class, f -> assertThat(f.badCount()).isEqualTo(2));
        assertThat(ImportStart.run(found, true)).isInstanceOf(CustomerImportStarted.class);
        assertThat(ImportStart.run(at(ImportStatus.CHECKED, 0, 2, true), true))
                .isInstanceOf(ImportHasFaults.class);
    }

    private static ImportMapping mapping(MappedColumn... columns) {
        return new ImportMapping(List.of(columns), CurrencyUnit.EUR, "Plan", MONTHLY);
    }

    private static CustomerImport at(ImportStatus status, int good, int bad, boolean checked) {
        return new CustomerImport(
                UUID.randomUUID(),
                "x.csv",
                status,
                null,
                "Sam",
                Instant.EPOCH,
                List.of(),
                ',',
                mapping(),
                good + bad,
                0,
                good,
                bad,
                0,
                checked ? Money.zero(CurrencyUnit.EUR) : null,
                List.of(),
                false,
                null,
                null,
                null,
                1);
    }
}
