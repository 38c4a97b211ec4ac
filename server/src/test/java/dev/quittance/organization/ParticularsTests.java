package dev.quittance.organization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.platform.Faults;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParticularsTests {

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(
            nullValues = "-",
            textBlock =
                    """
                    phone,  +49 30 901820,        +49 30 901820
                    phone,  (555) 010-2000 x12,   (555) 010-2000 x12
                    phone,  ' ',                  -
                    phone,  -,                    -
                    phone,  12,                   fault
                    phone,  call me,              fault
                    phone,  <script>555,          fault
                    tax,    DE123456788,          DE123456788
                    tax,    ' 12-3456789 ',       12-3456789
                    tax,    ATU 1234.5678/9,      ATU 1234.5678/9
                    tax,    '',                   -
                    tax,    none,                 fault
                    tax,    DE<b>1,               fault
                    zone,   Europe/Warsaw,        Europe/Warsaw
                    zone,   UTC,                  UTC
                    zone,   '',                   -
                    zone,   -,                    -
                    zone,   Europe/Atlantis,      fault
                    zone,   +02:00,               fault
                    locale, en,                   en
                    locale, de-ch,                de-CH
                    locale, pt_BR,                pt-BR
                    locale, zh-Hant-TW,           zh-Hant-TW
                    locale, '',                   fault
                    locale, -,                    fault
                    locale, klingon,              fault
                    locale, e,                    fault
                    locale, en--US,               fault
                    """)
    void aParticular(String kind, @Nullable String given, @Nullable String expected) {
        var faults = new Faults();
        var checked =
                switch (kind) {
                    case "phone" -> Particulars.phone(faults, "field", given);
                    case "tax" -> Particulars.taxId(faults, "field", given);
                    case "zone" -> Particulars.timeZone(faults, "field", given);
                    default -> Particulars.locale(faults, "field", given);
                };

        if ("fault".equals(expected)) {
            assertThat(faults.found()).singleElement().extracting("path").isEqualTo("field");
        } else {
            assertThat(faults.found()).isEmpty();
            assertThat(checked).isEqualTo(expected);
        }
    }
}
