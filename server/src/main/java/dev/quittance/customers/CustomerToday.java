package dev.quittance.customers;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.quittance.organization.Organizations;
import dev.quittance.platform.BusinessClock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/** Tells which business day it is for a customer. */
@Controller
class CustomerToday {
    private final BusinessClock clock;
    private final Organizations organizations;

    CustomerToday(BusinessClock clock, Organizations organizations) {
        this.clock = clock;
        this.organizations = organizations;
    }

    @BatchMapping
    Mono<Map<Customer, LocalDate>> today(List<Customer> customers) {
        return Mono.zip(clock.now(), organizations.zone())
                .map(at -> days(customers, at.getT1(), at.getT2()));
    }

    private static Map<Customer, LocalDate> days(
            List<Customer> customers, Instant now, ZoneId organization) {
        return customers.stream()
                .distinct()
                .collect(
                        toMap(
                                identity(),
                                customer -> LocalDate.ofInstant(now, customer.zone(organization))));
    }
}
