package dev.quittance.contracting;

import dev.quittance.customers.Customer;
import dev.quittance.organization.Organizations;
import dev.quittance.platform.BusinessClock;
import dev.quittance.platform.QuoteTokens;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells which day it is for a customer, and which day documents bear. */
@Component
class BusinessDays {
    private final BusinessClock clock;
    private final Organizations organizations;

    BusinessDays(BusinessClock clock, Organizations organizations) {
        this.clock = clock;
        this.organizations = organizations;
    }

    /**
     * @param today of the customer
     * @param issueOn today of the organisation
     * @param at the present second; null for a day as a whole
     */
    record Today(LocalDate today, LocalDate issueOn, @Nullable Instant at) {

        static Today of(Instant now, ZoneId customers, ZoneId organizations) {
            return new Today(
                    LocalDate.ofInstant(now, customers),
                    LocalDate.ofInstant(now, organizations),
                    now.truncatedTo(ChronoUnit.SECONDS));
        }

        /**
         * The same at {@code shown}, if a quote that was given then still holds. The clocks of two
         * servers may differ.
         */
        Today at(@Nullable Instant shown) {
            return at == null
                            || shown == null
                            || shown.isAfter(at.plus(QuoteTokens.VALID))
                            || shown.isBefore(at.minus(QuoteTokens.VALID))
                    ? this
                    : new Today(today, issueOn, shown);
        }
    }

    /** In which the customer's days begin. */
    Mono<ZoneId> zone(Customer customer) {
        return organizations.zone().map(customer::zone);
    }

    Mono<Today> of(Customer customer) {
        return organizations
                .zone()
                .flatMap(zone -> clock.now().map(now -> Today.of(now, customer.zone(zone), zone)));
    }
}
