package dev.quittance.collection;

import dev.quittance.platform.Refused;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Lets staff pause, resume and stop the tries of an invoice, or make one at once. */
@Service
class DunningSteering {
    private final DunningCases cases;
    private final DunningCaseRepository repository;
    private final DueChargeRepository charges;
    private final Dunning dunning;
    private final DunningNews news;

    DunningSteering(
            DunningCases cases,
            DunningCaseRepository repository,
            DueChargeRepository charges,
            Dunning dunning,
            DunningNews news) {
        this.cases = cases;
        this.repository = repository;
        this.charges = charges;
        this.dunning = dunning;
        this.news = news;
    }

    /** It is neither tried again nor given up until it is resumed. */
    @Transactional
    Mono<Void> pause(UUID invoice) {
        return steer(
                invoice,
                "dunning paused",
                (found, _) ->
                        found.paused() ? Mono.empty() : repository.pause(found.id(), true, null));
    }

    /** It is tried on the next day of the schedule; after the last one it is given up. */
    @Transactional
    Mono<Void> resume(UUID invoice) {
        return steer(
                invoice,
                "dunning resumed",
                (found, today) ->
                        found.paused()
                                ? cases.rule(invoice)
                                        .flatMap(
                                                rule ->
                                                        repository.pause(
                                                                found.id(),
                                                                false,
                                                                next(found, rule, today)))
                                : Mono.empty());
    }

    /** It is never tried again; the invoice stays open. */
    @Transactional
    Mono<Void> stop(UUID invoice) {
        return steer(
                invoice,
                "dunning stopped",
                (_, today) -> dunning.stop(invoice, today, "Stopped by staff."));
    }

    /** It is tried at once, whatever the schedule says; that goes on afterwards. */
    @Transactional
    Mono<Void> tryNow(UUID invoice) {
        return steer(
                invoice,
                "charge tried at once",
                (found, _) ->
                        charges.method(invoice)
                                .switchIfEmpty(Mono.error(() -> new Refused(new MethodNeeded())))
                                .then(repository.tryNow(found.id())));
    }

    private Mono<Void> steer(
            UUID invoice, String what, BiFunction<DunningCase, LocalDate, Mono<Void>> act) {
        return cases.locked(invoice)
                .doOnNext(DunningSteering::mustWait)
                .flatMap(
                        found ->
                                cases.today()
                                        .flatMap(today -> act.apply(found, today))
                                        .then(
                                                Mono.defer(
                                                        () ->
                                                                news.steered(
                                                                        invoice,
                                                                        found.customer(),
                                                                        what))));
    }

    private static @Nullable LocalDate next(DunningCase found, DunningRule rule, LocalDate today) {
        return found.hard() ? null : rule.nextRetry(found.failedFirstOn(), today);
    }

    private static void mustWait(DunningCase found) {
        switch (found.stage()) {
            case TRYING -> throw new Refused(new ChargeUnderWay());
            case GIVEN_UP, STOPPED -> throw new Refused(new DunningOver());
            case RETRYING, NEEDS_METHOD, PAUSED -> {}
        }
    }
}
