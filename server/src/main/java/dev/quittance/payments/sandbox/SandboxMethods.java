package dev.quittance.payments.sandbox;

import static java.util.Objects.requireNonNull;

import dev.quittance.payments.Decline;
import dev.quittance.payments.DeclineKind;
import dev.quittance.payments.SetupOrder;
import dev.quittance.payments.SetupOutcome;
import dev.quittance.payments.SetupOutcome.ConfirmationNeeded;
import dev.quittance.payments.SetupOutcome.Remembered;
import dev.quittance.payments.SetupOutcome.SetupRefused;
import dev.quittance.platform.BusinessClock;
import java.time.LocalDate;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** What the sandbox gateway remembers of cards, and how it comes to. */
class SandboxMethods {
    private static final int YEARS = 4;

    private final SandboxMethodMemory memory;
    private final BusinessClock clock;

    SandboxMethods(SandboxMethodMemory memory, BusinessClock clock) {
        this.memory = memory;
        this.clock = clock;
    }

    /** The same key answers the same set-up. */
    Mono<SetupOutcome> setUp(SetupOrder order) {
        var card = SandboxCard.of(order.cardToken()).orElseThrow();
        return remember(order.key(), card, state(card)).map(SandboxMethods::outcome);
    }

    /** Remembers the card of a charge under the charge's key. */
    Mono<SandboxMethod> remember(String key, SandboxCard card) {
        return remember("charge-" + key, card, SandboxMethod.State.READY);
    }

    Mono<SandboxMethod> byId(String id) {
        return memory.byId(id);
    }

    Mono<SetupOutcome> retrieve(String reference) {
        return memory.byId(reference).map(SandboxMethods::outcome);
    }

    /** The payer's answer at the bank; counts only once and only while the bank waits for it. */
    Mono<SandboxMethod> decide(String id, boolean confirmed) {
        return memory.decide(
                id, confirmed ? SandboxMethod.State.READY : SandboxMethod.State.REFUSED);
    }

    Mono<Void> forget(String id) {
        return memory.forget(id);
    }

    private Mono<SandboxMethod> remember(String key, SandboxCard card, SandboxMethod.State state) {
        return clock.today()
                .map(
                        today ->
                                card.expires()
                                        ? Optional.of(expiry(today))
                                        : Optional.<LocalDate>empty())
                .flatMap(
                        expiry ->
                                memory.add(
                                        key,
                                        new SandboxMethod(
                                                SandboxReference.next("sbxm_"),
                                                card.token(),
                                                state,
                                                expiry.orElse(null))))
                .doOnNext(
                        found -> {
                            if (!found.cardToken().equals(card.token())) {
                                throw new IllegalStateException(
                                        "the key stands for another set-up: " + found.id());
                            }
                        });
    }

    private static LocalDate expiry(LocalDate today) {
        return LocalDate.of(today.getYear() + YEARS, 12, 31);
    }

    /** What will never pay is not remembered; what may pay later is. */
    private static SandboxMethod.State state(SandboxCard card) {
        return switch (card.answer()) {
            case ASKS, ALWAYS_ASKS -> SandboxMethod.State.REQUIRES_ACTION;
            case DECLINES ->
                    requireNonNull(card.decline()).kind() == DeclineKind.HARD
                            ? SandboxMethod.State.REFUSED
                            : SandboxMethod.State.READY;
            case PAYS, PAYS_SLOWLY, SETTLES_LATER -> SandboxMethod.State.READY;
        };
    }

    private static SetupOutcome outcome(SandboxMethod method) {
        return switch (method.state()) {
            case READY -> new Remembered(method.remembered());
            case REQUIRES_ACTION ->
                    new ConfirmationNeeded(method.id(), SandboxBankPage.address(method.id()));
            case REFUSED -> new SetupRefused(refusal(method));
            case FORGOTTEN -> new SetupRefused(Decline.REMOVED);
        };
    }

    private static Decline refusal(SandboxMethod method) {
        var decline = SandboxCard.of(method.cardToken()).orElseThrow().decline();
        return decline == null ? Decline.CONFIRMATION_REFUSED : decline;
    }
}
