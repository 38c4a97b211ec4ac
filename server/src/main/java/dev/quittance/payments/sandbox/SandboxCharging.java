package dev.quittance.payments.sandbox;

import static java.util.Objects.requireNonNull;

import dev.quittance.payments.ChargeCreation;
import dev.quittance.payments.ChargeCreation.Created;
import dev.quittance.payments.ChargeCreation.NotCreated;
import dev.quittance.payments.ChargeOrder;
import dev.quittance.payments.ChargeOutcome;
import dev.quittance.payments.ChargeOutcome.ActionNeeded;
import dev.quittance.payments.ChargeOutcome.Declined;
import dev.quittance.payments.ChargeOutcome.Succeeded;
import dev.quittance.payments.ChargeOutcome.Underway;
import dev.quittance.payments.ChargeSource.EnteredCard;
import dev.quittance.payments.ChargeSource.KeptMethod;
import dev.quittance.payments.Decline;
import dev.quittance.payments.RememberedMethod;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** How the sandbox gateway charges. */
class SandboxCharging {
    private final SandboxMemory memory;
    private final SandboxMethods methods;
    private final SandboxSettings settings;

    SandboxCharging(SandboxMemory memory, SandboxMethods methods, SandboxSettings settings) {
        this.memory = memory;
        this.methods = methods;
        this.settings = settings;
    }

    /**
     * What a charge is taken from.
     *
     * @param method the kept method it is taken from, or that is to be kept with it
     */
    record Taken(String cardToken, @Nullable String method, boolean keeps, boolean payerPresent) {}

    Mono<ChargeCreation> create(ChargeOrder order) {
        return taken(order)
                .flatMap(
                        taken ->
                                memory.create(
                                                SandboxReference.next("sbx_"),
                                                order,
                                                taken,
                                                settings.fee(order.amount()))
                                        .<ChargeCreation>map(
                                                charge -> new Created(same(charge, order, taken))))
                .defaultIfEmpty(new NotCreated(Decline.UNKNOWN_METHOD));
    }

    /** Takes the money; a charge confirmed before answers its present outcome. */
    Mono<ChargeOutcome> confirm(String reference) {
        return memory.byId(reference).flatMap(this::confirm).flatMap(this::outcome);
    }

    /** As it stands now. */
    Mono<ChargeOutcome> outcome(SandboxCharge charge) {
        return switch (charge.state()) {
            case SUCCEEDED ->
                    kept(charge)
                            .<ChargeOutcome>map(kept -> new Succeeded(charge.fee(), kept))
                            .defaultIfEmpty(new Succeeded(charge.fee(), null));
            case REQUIRES_ACTION ->
                    Mono.just(new ActionNeeded(SandboxBankPage.address(charge.id())));
            case PROCESSING -> Mono.just(new Underway());
            case DECLINED -> Mono.just(new Declined(requireNonNull(charge.decline())));
            case CREATED -> throw new IllegalStateException("not confirmed: " + charge.id());
        };
    }

    private Mono<Taken> taken(ChargeOrder order) {
        return switch (order.source()) {
            case EnteredCard(var token, var keep) ->
                    keep
                            ? Mono.justOrEmpty(SandboxCard.of(token))
                                    .flatMap(card -> methods.remember(order.key(), card))
                                    .map(kept -> new Taken(token, kept.id(), true, true))
                            : Mono.justOrEmpty(SandboxCard.of(token))
                                    .map(_ -> new Taken(token, null, false, true));
            case KeptMethod(var reference, var present) ->
                    methods.byId(reference)
                            .map(kept -> new Taken(kept.cardToken(), kept.id(), false, present));
        };
    }

    private static String same(SandboxCharge charge, ChargeOrder order, Taken taken) {
        if (!charge.amount().isEqual(order.amount())
                || !charge.cardToken().equals(taken.cardToken())) {
            throw new IllegalStateException("the key stands for another charge: " + charge.id());
        }
        return charge.id();
    }

    private Mono<SandboxCharge> confirm(SandboxCharge charge) {
        var card = card(charge.cardToken());
        return refusal(charge, card)
                .map(decline -> memory.decline(charge.id(), decline))
                .defaultIfEmpty(
                        memory.confirm(
                                charge.id(),
                                afterConfirming(charge, card),
                                card.decline(),
                                settings.settlesAfter()))
                .flatMap(confirmed -> confirmed)
                .delayElement(answersAfter(card));
    }

    /** Why it can't be taken, where that is not the card's own behaviour. */
    private Mono<Decline> refusal(SandboxCharge charge, SandboxCard card) {
        if (!charge.payerPresent() && card.answer() == SandboxCard.Answer.ALWAYS_ASKS) {
            return Mono.just(Decline.CONFIRMATION_NEEDED);
        }
        var method = charge.method();
        return method == null || charge.keeps()
                ? Mono.empty()
                : methods.byId(method)
                        .filter(kept -> kept.state() != SandboxMethod.State.READY)
                        .map(_ -> Decline.REMOVED);
    }

    private static SandboxCharge.State afterConfirming(SandboxCharge charge, SandboxCard card) {
        return switch (card.answer()) {
            case PAYS, PAYS_SLOWLY -> SandboxCharge.State.SUCCEEDED;
            // What was confirmed when it was kept need not be again while nobody is there.
            case ASKS ->
                    charge.payerPresent()
                            ? SandboxCharge.State.REQUIRES_ACTION
                            : SandboxCharge.State.SUCCEEDED;
            case ALWAYS_ASKS -> SandboxCharge.State.REQUIRES_ACTION;
            case SETTLES_LATER -> SandboxCharge.State.PROCESSING;
            case DECLINES -> SandboxCharge.State.DECLINED;
        };
    }

    private Duration answersAfter(SandboxCard card) {
        return card.answer() == SandboxCard.Answer.PAYS_SLOWLY
                ? settings.slowAnswer()
                : Duration.ZERO;
    }

    private Mono<RememberedMethod> kept(SandboxCharge charge) {
        var method = charge.method();
        return method == null || !charge.keeps()
                ? Mono.empty()
                : methods.byId(method).map(SandboxMethod::remembered);
    }

    private static SandboxCard card(String token) {
        return SandboxCard.of(token).orElseThrow();
    }
}
