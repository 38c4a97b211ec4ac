package dev.quittance.statements;

import dev.quittance.customers.Customer;
import dev.quittance.customers.Customers;
import dev.quittance.customers.NoRecipient;
import dev.quittance.customers.Recipients;
import dev.quittance.platform.BusinessClock;
import dev.quittance.platform.Faults;
import dev.quittance.platform.History;
import dev.quittance.platform.HistoryEntry;
import dev.quittance.platform.Refused;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Statements that are mailed because somebody wants it: written down, then told of. */
@Service
class StatementMails {
    private final StatementMaking making;
    private final Customers customers;
    private final BusinessClock clock;
    private final History history;

    StatementMails(
            StatementMaking making, Customers customers, BusinessClock clock, History history) {
        this.making = making;
        this.customers = customers;
        this.clock = clock;
        this.history = history;
    }

    /** Which statement. */
    record Order(UUID customer, CurrencyUnit currency, LocalDate from, LocalDate to) {
        StatementPeriod period() {
            return new StatementPeriod(from, to);
        }
    }

    /** The mail is on its way, or kept where there is no mail server. */
    record StatementMailed(List<String> to) {
        StatementMailed {
            to = List.copyOf(to);
        }
    }

    /**
     * Mails a statement, or refuses with {@link NoRecipient} or {@code InvalidInput}.
     *
     * @param to the customer's recipients when null
     */
    @Transactional
    Mono<StatementMailed> mail(Order order, @Nullable List<String> to) {
        return checked(order).flatMap(customer -> send(order, recipients(customer, to)));
    }

    /** Mails a statement to somebody of the customer, who asked for it. */
    @Transactional
    Mono<StatementMailed> mailTo(Order order, String person) {
        return checked(order)
                .doOnNext(
                        customer -> {
                            if (!customer.active()) {
                                throw new Refused(
                                        new NoRecipient(
                                                "Mail to %s is switched off. Download the statement instead."
                                                        .formatted(customer.name())));
                            }
                        })
                .flatMap(_ -> send(order, List.of(person)));
    }

    private Mono<Customer> checked(Order order) {
        return clock.today()
                .doOnNext(
                        today -> {
                            var faults = new Faults();
                            order.period().check(faults, today);
                            faults.orThrow();
                        })
                .then(Mono.defer(() -> customers.get(order.customer())))
                // Whatever is being booked comes before the statement, or after it.
                .delayUntil(customer -> customers.lock(customer.id()));
    }

    private Mono<StatementMailed> send(Order order, List<String> to) {
        return making.make(
                        order.customer(), StatementScope.of(order.currency(), order.period()), to)
                .then(history.add(List.of(entry(order, to))))
                .thenReturn(new StatementMailed(to));
    }

    private static List<String> recipients(Customer customer, @Nullable List<String> to) {
        if (to != null) {
            var faults = new Faults();
            var checked = Recipients.checked(to, "recipients", faults);
            faults.orThrow();
            return checked;
        }
        var all = Recipients.of(customer.active(), customer.email(), customer.invoiceRecipients());
        if (all.isEmpty()) {
            throw new Refused(
                    new NoRecipient(
                            "%s has no address for mail, or is disabled. Name an address to send it to."
                                    .formatted(customer.name())));
        }
        return all;
    }

    private static HistoryEntry.New entry(Order order, List<String> to) {
        return new HistoryEntry.New(
                "CUSTOMER",
                order.customer(),
                order.customer(),
                "statement mailed",
                null,
                Map.of(
                        "period", "%s to %s".formatted(order.from(), order.to()),
                        "to", String.join(", ", to)),
                null);
    }
}
