package dev.quittance.testing;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** Real time as tests know it: it stands still on a Tuesday at ten in the morning. */
@Configuration(proxyBeanMethods = false)
class TestTime {

    @Bean
    @Primary
    Clock standingStill() {
        return Clock.fixed(Instant.parse("2030-01-01T10:00:00Z"), ZoneOffset.UTC);
    }
}
