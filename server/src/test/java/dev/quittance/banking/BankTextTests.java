package dev.quittance.banking;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BankTextTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Lakeside Books GmbH  | LAKESIDE BOOKS Gmbh & Co. KG | true
                    Ada Lovelace         | LOVELACE, ADA                | true
                    Müller AG            | MULLER                       | true
                    Groß & Klein         | GROSS UND KLEIN              | true
                    O'Brien Ltd          | OBRIEN LIMITED               | true
                    Ada                  | Adam                         | false
                    GmbH                 | Ltd                          | true
                    """)
    void namesAreComparedWithoutFormCaseAndOrder(String one, String other, boolean same) {
        assertThat(PayerName.key(one).equals(PayerName.key(other))).isEqualTo(same);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    INV-2030-000042                    | true
                    inv 2030 000042                    | true
                    Thanks! Invoice INV-2030-0000 42,  | true
                    INV2030000042                      | true
                    Customer 7, INV/2030/000042 May    | true
                    INV-2030-000043                    | false
                    XINV-2030-000042                   | false
                    """)
    void numbersAreFoundAsPayersWriteThem(String text, boolean found) {
        assertThat(References.of(text).containsKey("INV2030000042")).isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    POINT | 1,234.50   | 1234.50
                    COMMA | 1.234,50   | 1234.50
                    COMMA | -3,00      | -3.00
                    COMMA | 3,00-      | -3.00
                    POINT | 1’000.05   | 1000.05
                    POINT | 1.234,50   |
                    COMMA | 12.34      |
                    POINT | 1e5        |
                    POINT | --1        |
                    """)
    void amountsAreReadInOneWritingOnly(DecimalMark mark, String text, String number) {
        var read = mark.number(text);
        assertThat(read == null ? null : read.toPlainString()).isEqualTo(number);
    }
}
