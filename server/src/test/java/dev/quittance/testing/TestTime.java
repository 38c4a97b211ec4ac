package dev.quittance.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/**
 * Real time as tests know it: it stands still on a Tuesday at ten in the morning, or as much later
 * on that day as a test says.
 */
@Configuration(proxyBeanMethods = false)
class TestTime {
    private static final Instant TEN = Instant.parse("2030-01-01T10:00:00Z");
    private static volatile Duration later = Duration.ZERO;

    @Bean
    @Primary
    Clock standingStill() {
        return new Standing(ZoneOffset.UTC);
    }

    /** So long after ten in the morning, until told otherwise. */
    static void afterTen(Duration time) {
        later = time;
    }

    private static final class Standing extends Clock {
        private final ZoneId zone;

        private Standing(ZoneId zone) {
            this.zone = zone;
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new Standing(other);
        }

        @Override
        public Instant instant() {
            return TEN.plus(later);
        }
    }
}
