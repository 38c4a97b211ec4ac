package dev.quittance.organization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.platform.Faults;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaxIdsTests {

    @ParameterizedTest(name = "{0}: {1} is kept as {2}")
    @CsvSource(
            nullValues = "-",
            textBlock =
                    """
                    DE, DE123456788,           DE123456788
                    DE, 'de 123 456 788',      DE123456788
                    AT, ATU10223006,           ATU10223006
                    BE, BE0776091951,          BE0776091951
                    BE, BE1000000021,          BE1000000021
                    CZ, CZ25123891,            CZ25123891
                    DK, DK13585628,            DK13585628
                    EE, EE100931558,           EE100931558
                    ES, ESB64717838,           ESB64717838
                    FI, FI20774740,            FI20774740
                    FR, FR32123456789,         FR32123456789
                    GR, EL 094259216,          EL094259216
                    IE, IE1234567FA,           IE1234567FA
                    IT, IT00743110157,         IT00743110157
                    LU, LU15027442,            LU15027442
                    NL, NL123456782B90,        NL123456782B90
                    PL, PL 123-456-32-18,      PL1234563218
                    SE, SE123456789701,        SE123456789701
                    GB, GB 123 4567 82,        GB 123 4567 82
                    GB, XI123456782,           XI123456782
                    CH, CHE-123.456.788 MWST,  CHE-123.456.788 MWST
                    NO, NO 123 456 785 MVA,    NO 123 456 785 MVA
                    DE, 12/345/67890,          12/345/67890
                    US, 12-3456789,            12-3456789
                    US, DE-123,                DE-123
                    -,  -,                     -
                    """)
    void whatIsWellFormedIsKept(
            @Nullable String country, @Nullable String given, @Nullable String kept) {
        var faults = new Faults();

        assertThat(TaxIds.checked(faults, "taxId", given, country)).isEqualTo(kept);
        assertThat(faults.found()).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            nullValues = "-",
            textBlock =
                    """
                    DE, DE123456789
                    DE, DE12345678
                    FR, DE123456789
                    -,  DE123456789
                    PL, PL1234567890
                    FR, FR12345678901
                    BE, BE1000000081
                    GB, GB123456789
                    CH, CHE-123.456.789
                    NO, NO123456789MVA
                    IT, IT00743110158
                    """)
    void aWrongDigitIsTold(@Nullable String country, String given) {
        var faults = new Faults();
        TaxIds.checked(faults, "taxId", given, country);

        assertThat(faults.found())
                .singleElement()
                .satisfies(
                        fault -> {
                            assertThat(fault.path()).isEqualTo("taxId");
                            assertThat(fault.message()).startsWith("is no VAT id of ");
                        });
    }

    @Test
    void onlyIdsOfMemberStatesReverseTheCharge() {
        assertThat(TaxIds.ofUnion("PL1234563218")).isTrue();
        assertThat(TaxIds.ofUnion("EL094259216")).isTrue();
        assertThat(TaxIds.ofUnion("XI123456782")).isTrue();
        assertThat(TaxIds.ofUnion("GB123456782")).isFalse();
        assertThat(TaxIds.ofUnion("CHE123456788")).isFalse();
        assertThat(TaxIds.ofUnion("PL1234567890")).isFalse();
        assertThat(TaxIds.ofUnion("12-3456789")).isFalse();
        assertThat(TaxIds.ofUnion(null)).isFalse();
    }
}
