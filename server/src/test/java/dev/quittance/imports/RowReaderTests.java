package dev.quittance.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.customers.PaymentKind;
import dev.quittance.imports.RowReading.BadRow;
import dev.quittance.imports.RowReading.GoodRow;
import dev.quittance.organization.Address;
import dev.quittance.organization.Organization;
import dev.quittance.platform.Faults;
import dev.quittance.uploads.CsvFile.Row;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowReaderTests {
    private static final Organization MERCHANT =
            new Organization(
                    "Merchant",
                    "Merchant Ltd",
                    new Address(null, "1 Street", null, "Town", null, null, "DE"),
                    null,
                    "m@example.com",
                    null,
                    null,
                    "Europe/Berlin",
                    "#123456",
                    List.of(),
                    CurrencyUnit.EUR,
                    14,
                    null,
                    null,
                    1);

    private static final List<String> TELCO =
            List.of(
                    "customerID,gender,SeniorCitizen,Partner,Dependents,tenure,PhoneService,MultipleLines,InternetService,OnlineSecurity,OnlineBackup,DeviceProtection,TechSupport,StreamingTV,StreamingMovies,Contract,PaperlessBilling,PaymentMethod,MonthlyCharges,TotalCharges,Churn"
                            .split(","));

    @Test
    void theTelcoLayoutMapsByItself() {
        var mapping = ImportMapping.proposedFor(TELCO, CurrencyUnit.EUR);
        assertThat(mapping.currency()).isEqualTo(CurrencyUnit.USD);
        assertThat(mapping.checked(TELCO)).isEqualTo(mapping);

        var row =
                telco(
                        "1234-ABCDE,Female,1,No,No,34,Yes,No phone service,Fiber optic,No,Yes,No,No internet service,No,No,Two year,Yes,Credit card (automatic),56.95,1889.5,Yes");
        assertThat(row.customer().externalId()).isEqualTo("1234-ABCDE");
        assertThat(row.customer().name()).isEqualTo("1234-ABCDE");
        assertThat(row.customer().email()).isNull();
        assertThat(row.customer().contractType()).isEqualTo("Two year");
        assertThat(row.customer().paymentKind()).isEqualTo(PaymentKind.INVOICE);
        assertThat(row.price()).isEqualTo(Money.parse("USD 56.95"));
        assertThat(row.minimumTermMonths()).isEqualTo(24);
        assertThat(row.addons())
                .containsExactly("PhoneService", "InternetService: Fiber optic", "OnlineBackup");
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    Month-to-month, 0
                    One year,       12
                    Two year,       24
                    two years,      24
                    18,             18
                    24 months,      24
                    3 years,        36
                    1 month,        1
                    none,           0
                    ,               0
                    """)
    void contractsBecomeMonths(String contract, int months) {
        var faults = new Faults();
        assertThat(MinimumTerm.months(faults, "Contract", contract)).isEqualTo(months);
        assertThat(faults.found()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"forever", "121", "many years", "11 years", "1.5 years", "-3", "one"})
    void otherContractsAreFaults(String contract) {
        var faults = new Faults();
        MinimumTerm.months(faults, "Contract", contract);
        assertThat(faults.found()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    29.85,             USD, false, 29.85
                    0,                 USD, false, 0.00
                    1.500,             USD, false, 1.50
                    '29,85',           EUR, true,  29.85
                    500,               JPY, false, 500
                    1.250,             KWD, false, 1.250
                    100000000000.00,   USD, false, 100000000000.00
                    """)
    void amountsAreReadInTheirCurrency(String cell, String currency, boolean comma, String amount) {
        var faults = new Faults();
        assertThat(PriceText.read(faults, "price", cell, CurrencyUnit.of(currency), comma))
                .isEqualTo(Money.parse(currency + " " + amount));
        assertThat(faults.found()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    '',               USD, must not be empty
                    free,             USD, is not an amount
                    $5,               USD, is not an amount
                    '1,234.50',       USD, is not an amount
                    '29,85',          USD, is not an amount
                    1e3,              USD, is not an amount
                    -0.01,            USD, must not be negative
                    12.345,           USD, USD has 2 decimals
                    1.5,              JPY, JPY has 0 decimals
                    100000000000.01,  USD, must be at most
                    99999999999999999999999999, USD, is not an amount
                    """)
    void otherAmountsAreFaultsWithTheRemedy(String cell, String currency, String reason) {
        var faults = new Faults();
        assertThat(PriceText.read(faults, "price", cell, CurrencyUnit.of(currency), false))
                .isNull();
        assertThat(faults.found())
                .singleElement()
                .satisfies(f -> assertThat(f.message()).contains(reason));
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    Credit card (automatic),   INVOICE
                    Bank transfer (automatic), INVOICE
                    Electronic check,          INVOICE
                    Mailed check,              INVOICE
                    Invoice,                   INVOICE
                    ,                          INVOICE
                    Free,                      FREE
                    """)
    void whatIsNotStoredIsPaidOffline(String cell, PaymentKind kind) {
        var faults = new Faults();
        assertThat(PaymentWords.kind(faults, "PaymentMethod", cell)).isEqualTo(kind);
        assertThat(faults.found()).isEmpty();
    }

    @Test
    void everyFaultOfARowIsToldByColumn() {
        var columns =
                List.of("id", "email", "price", "contract", "street", "city", "country", "vat id");
        var mapping = ImportMapping.proposedFor(columns, CurrencyUnit.USD);
        var reader = new RowReader(columns, mapping, false, MERCHANT);
        var read =
                reader.read(new Row(7, List.of("", "no", "x", "long", "", "Leeds", "Utopia", "")));
        assertThat(read)
                .isInstanceOfSatisfying(
                        BadRow.class,
                        bad -> {
                            assertThat(bad.faults())
                                    .extracting(ImportFault::column)
                                    .containsExactlyInAnyOrder(
                                            "id",
                                            "email",
                                            "price",
                                            "contract",
                                            "street",
                                            "country");
                            assertThat(bad.faults()).allMatch(fault -> fault.line() == 7);
                        });
    }

    @Test
    void aRaggedRowSaysHowManyCellsItHas() {
        var columns = List.of("id", "price");
        var reader =
                new RowReader(
                        columns,
                        ImportMapping.proposedFor(columns, CurrencyUnit.USD),
                        false,
                        MERCHANT);
        assertThat(reader.read(new Row(3, List.of("a", "1", "2"))))
                .isInstanceOfSatisfying(
                        BadRow.class,
                        bad ->
                                assertThat(bad.faults().getFirst().reason())
                                        .contains("3 cells, the header 2"));
    }

    @Test
    void aTaxIdNeedsAnAddressBesideIt() {
        var columns = List.of("id", "price", "vatid");
        var reader =
                new RowReader(
                        columns,
                        ImportMapping.proposedFor(columns, CurrencyUnit.EUR),
                        false,
                        MERCHANT);
        assertThat(reader.read(new Row(3, List.of("a", "1", "DE123456788"))))
                .isInstanceOfSatisfying(
                        BadRow.class,
                        bad -> assertThat(bad.faults().getFirst().column()).isEqualTo("vatid"));
    }

    private static CustomerRow telco(String line) {
        var mapping = ImportMapping.proposedFor(TELCO, CurrencyUnit.EUR);
        var reader = new RowReader(TELCO, mapping, false, MERCHANT);
        var read = reader.read(new Row(2, List.of(line.split(","))));
        assertThat(read).isInstanceOf(GoodRow.class);
        return ((GoodRow) read).customer();
    }
}
