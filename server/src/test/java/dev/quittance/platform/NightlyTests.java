package dev.quittance.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NightlyTests {

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
            NOW,                  ZONE,              MOVING, THROUGH
            2028-02-29T05:59:59Z, UTC,               false,  2028-02-28
            2028-02-29T06:00:00Z, UTC,               false,  2028-02-29
            2028-02-29T00:00:00Z, UTC,               true,   2028-02-29
            2028-02-29T04:59:59Z, Europe/Berlin,     false,  2028-02-28
            2028-02-29T05:00:00Z, Europe/Berlin,     false,  2028-02-29
            2028-03-26T03:59:59Z, Europe/Berlin,     false,  2028-03-25
            2028-03-26T04:00:00Z, Europe/Berlin,     false,  2028-03-26
            2028-02-28T16:00:00Z, Pacific/Kiritimati,false,  2028-02-29
            2028-02-29T16:59:59Z, Pacific/Midway,    false,  2028-02-28
            2028-02-29T00:15:00Z, Asia/Kathmandu,    false,  2028-02-29
            2027-12-31T23:00:00Z, Europe/Berlin,     true,   2028-01-01
            """)
    void aDaysWorkIsDueAtSixInTheMorningOfItsZone(
            Instant now, ZoneId zone, boolean moving, LocalDate through) {
        assertThat(Nightly.through(now, zone, moving)).isEqualTo(through);
    }
}
