package dev.quittance.platform;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Real time, from which the business clock is reckoned. */
@Configuration(proxyBeanMethods = false)
class TimeConfiguration {

    @Bean
    Clock realTime() {
        return Clock.systemUTC();
    }
}
