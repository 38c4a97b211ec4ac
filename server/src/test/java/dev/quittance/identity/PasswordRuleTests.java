package dev.quittance.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.platform.Faults;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordRuleTests {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
            PASSWORD,                     FITS
            elevenchars,                  false
            twelve chars,                 true
            Password1234,                 false
            correct horse battery staple, false
            aaaaaaaaaaaaaaaa,             false
            ababababababab,               false
            Ada@Quittance.Example,        false
            a fine day for a walk,        true
            пароль для всех,              true
            """)
    void fits(String password, boolean fits) {
        assertThat(fits(password)).isEqualTo(fits);
    }

    @Test
    void twoHundredIsTheMost() {
        assertThat(fits("abcde".repeat(40))).isTrue();
        assertThat(fits("abcde".repeat(40) + "f")).isFalse();
    }

    @Test
    void aSignOutsideTheBasicPlaneIsOne() {
        assertThat(fits("🌲🌳🌴🌵🌶🌷🌸🌹🌺🌻🌼")).isFalse();
        assertThat(fits("🌲🌳🌴🌵🌶🌷🌸🌹🌺🌻🌼🌽")).isTrue();
    }

    @Test
    void whatKeyboardsWriteInSeveralFormsIsOne() {
        assertThat(PasswordRule.normal("cafe\u0301")).isEqualTo(PasswordRule.normal("café"));
    }

    private static boolean fits(String password) {
        var faults = new Faults();
        PasswordRule.check(faults, "password", password, "ada@quittance.example");
        return faults.isEmpty();
    }
}
