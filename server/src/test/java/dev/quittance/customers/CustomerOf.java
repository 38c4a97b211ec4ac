package dev.quittance.customers;

import dev.quittance.organization.Address;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** A customer for tests of rules, with what matters to the test. */
record CustomerOf(
        String name,
        @Nullable String email,
        List<String> recipients,
        @Nullable Address address,
        @Nullable String taxId,
        int dueDays,
        boolean active,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate endsOn,
        List<String> salespeople) {
    static final Address BERLIN =
            new Address(null, "Unter den Linden 1", null, "Berlin", null, "10117", "DE");

    static CustomerOf name(String name) {
        return new CustomerOf(name, null, List.of(), null, null, 14, true, null, null, List.of());
    }

    CustomerOf mailing(@Nullable String to, List<String> others) {
        return new CustomerOf(
                name, to, others, address, taxId, dueDays, active, startsOn, endsOn, salespeople);
    }

    CustomerOf billedTo(Address other) {
        return new CustomerOf(
                name,
                email,
                recipients,
                other,
                taxId,
                dueDays,
                active,
                startsOn,
                endsOn,
                salespeople);
    }

    CustomerOf taxed(String other) {
        return new CustomerOf(
                name,
                email,
                recipients,
                address,
                other,
                dueDays,
                active,
                startsOn,
                endsOn,
                salespeople);
    }

    CustomerOf dueIn(int days) {
        return new CustomerOf(
                name,
                email,
                recipients,
                address,
                taxId,
                days,
                active,
                startsOn,
                endsOn,
                salespeople);
    }

    CustomerOf disabled() {
        return new CustomerOf(
                name,
                email,
                recipients,
                address,
                taxId,
                dueDays,
                false,
                startsOn,
                endsOn,
                salespeople);
    }

    CustomerOf starting(@Nullable String day) {
        return new CustomerOf(
                name,
                email,
                recipients,
                address,
                taxId,
                dueDays,
                active,
                day == null ? null : LocalDate.parse(day),
                endsOn,
                salespeople);
    }

    CustomerOf ending(@Nullable String day) {
        return new CustomerOf(
                name,
                email,
                recipients,
                address,
                taxId,
                dueDays,
                active,
                startsOn,
                day == null ? null : LocalDate.parse(day),
                salespeople);
    }

    CustomerOf soldBy(String... people) {
        return new CustomerOf(
                name,
                email,
                recipients,
                address,
                taxId,
                dueDays,
                active,
                startsOn,
                endsOn,
                List.of(people));
    }

    Customer customer() {
        return new Customer(
                new UUID(0, 7),
                null,
                name,
                email,
                null,
                recipients,
                address,
                null,
                taxId,
                null,
                PaymentKind.INVOICE,
                dueDays,
                CurrencyUnit.EUR,
                "en",
                null,
                active,
                startsOn,
                endsOn,
                null,
                salespeople,
                null,
                null,
                null,
                Instant.EPOCH);
    }
}
