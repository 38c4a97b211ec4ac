package dev.quittance.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberPatternTests {

    @ParameterizedTest(name = "{0}: number {2} of {1} is {3}")
    @CsvSource(
            textBlock =
                    """
                    INV-{year}-{number:6}, 2027, 42,       INV-2027-000042
                    INV-{year}-{number:6}, 2027, 1234567,  INV-2027-1234567
                    S-{number:4},          2027, 7,        S-0007
                    {number},              2027, 1,        1
                    {number}/{year},       2028, 99,       99/2028
                    """)
    void aNumber(String pattern, int year, long number, String expected) {
        assertThat(new NumberPattern(pattern).format(year, number)).isEqualTo(expected);
    }

    @Test
    void aBlockNumbersItsDocumentsInOrder() {
        var block = new NumberBlock(new NumberPattern("CN-{year}-{number:3}"), 2027, 9, 2);

        assertThat(block.number(0)).isEqualTo("CN-2027-009");
        assertThat(block.number(1)).isEqualTo("CN-2027-010");
        assertThatThrownBy(() -> block.number(2)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
