package dev.quittance.contracting;

import dev.quittance.customers.Customer;
import dev.quittance.organization.Organizations;
import dev.quittance.platform.BusinessClock;
import java.time.LocalDate;
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
     */
    record Today(LocalDate today, LocalDate issueOn) {}

    Mono<Today> of(Customer customer) {
        return organizations
                .zone()
                .flatMap(
                        zone ->
                                Mono.zip(
                                        clock.today(customer.zone(zone)),
                                        clock.today(zone),
                                        Today::new));
    }
}
