package dev.quittance.latefees;

import dev.quittance.corrections.Supplements;
import dev.quittance.customers.Customers;
import dev.quittance.platform.History;
import dev.quittance.platform.HistoryEntry;
import dev.quittance.platform.Ids;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.Money;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Makes the fee of one late invoice, in the transaction that notes its step. */
@Service
class LateFeeMaking {
    private final LateFeeRepository repository;
    private final LateFeeRuleRepository rules;
    private final Customers customers;
    private final Supplements supplements;
    private final History history;

    LateFeeMaking(
            LateFeeRepository repository,
            LateFeeRuleRepository rules,
            Customers customers,
            Supplements supplements,
            History history) {
        this.repository = repository;
        this.rules = rules;
        this.customers = customers;
        this.supplements = supplements;
        this.history = history;
    }

    /**
     * The step that has come last by {@code day}, unless it or a later one was noted: one fee a
     * night at most.
     */
    @Transactional
    Mono<Void> make(UUID invoice, LocalDate day) {
        return repository
                .customer(invoice)
                .flatMap(customers::lock)
                .then(Mono.defer(() -> repository.overdue(invoice)))
                .flatMap(late -> rules.of(invoice).flatMap(rule -> make(late, rule, day)));
    }

    private Mono<Void> make(Overdue late, LateFeeRule rule, LocalDate day) {
        var days = rule.days();
        var step = days == null ? 0 : days.step(late.dueOn(), rule.since(), day).orElse(0);
        return repository
                .lastStep(late.invoice())
                .filter(last -> step > last)
                .flatMap(_ -> make(late, rule, step, day));
    }

    private Mono<Void> make(Overdue late, LateFeeRule rule, int step, LocalDate day) {
        var overdue = Math.toIntExact(ChronoUnit.DAYS.between(late.dueOn(), day));
        var fee = rule.fee();
        var net = fee.on(late.due()).orElse(Money.zero(late.due().getCurrencyUnit()));
        return charge(late, MadeFee.description(late, fee, overdue), net)
                .map(
                        charged ->
                                new MadeFee(
                                        Ids.next(),
                                        late.invoice(),
                                        step,
                                        late.customer(),
                                        day,
                                        overdue,
                                        late.due(),
                                        rule.percent(),
                                        net,
                                        charged.orElse(null),
                                        false))
                .flatMap(made -> repository.add(made).then(note(made)));
    }

    /** The invoice of the fee; an empty one where there is none to make. */
    private Mono<Optional<UUID>> charge(Overdue late, String description, Money net) {
        return net.isZero()
                ? Mono.just(Optional.empty())
                : supplements.charge(late.invoice(), description, net).map(Optional::of);
    }

    private Mono<Void> note(MadeFee made) {
        return made.feeInvoice() == null
                ? Mono.empty()
                : history.add(
                        new HistoryEntry.New(
                                "INVOICE",
                                made.invoice(),
                                made.customer(),
                                "late fee charged",
                                null,
                                new Noted(made.days(), made.due(), made.net()),
                                null));
    }

    private record Noted(int daysOverdue, Money due, Money fee) {}
}
