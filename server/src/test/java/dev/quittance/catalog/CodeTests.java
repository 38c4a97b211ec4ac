package dev.quittance.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodeTests {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            textBlock =
                    """
                    Gold monthly,        gold-monthly
                    '  Büro & Co.  ',    buro-co
                    Ąę 100%,             ae-100
                    золото,              item
                    --,                  item
                    """)
    void aCodeMadeFromAName(String name, String code) {
        assertThat(Code.from(name)).isEqualTo(code);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"gold, gold-3", "silver, silver", "gold-2, gold-2-2"})
    void theFirstCodeThatIsFree(String wanted, String free) {
        assertThat(Code.free(wanted, Set.of("gold", "gold-2", "gold-4"))).isEqualTo(free);
    }
}
