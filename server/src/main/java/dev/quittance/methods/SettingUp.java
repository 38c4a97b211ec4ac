package dev.quittance.methods;

import dev.quittance.methods.MethodOutcome.MethodUnderWay;
import dev.quittance.methods.MethodSetup.State;
import dev.quittance.payments.Gateways;
import dev.quittance.platform.Caller;
import dev.quittance.platform.Faults;
import dev.quittance.platform.Idempotency;
import dev.quittance.platform.Ids;
import dev.quittance.platform.InvalidInput;
import dev.quittance.platform.NotFound;
import dev.quittance.platform.Refused;
import dev.quittance.platform.Texts;
import dev.quittance.platform.Traced;
import dev.quittance.preferences.PortalSwitch;
import dev.quittance.preferences.Switches;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Lets cards be kept. The wish is committed, then the gateway is asked under the wish's own key,
 * then its answer is kept; whoever asks again with the same key goes on from what was committed.
 */
@Service
class SettingUp {
    private static final Logger LOG = LoggerFactory.getLogger(SettingUp.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int LONGEST_TOKEN = 255;
    private static final int LONGEST_NAME = 60;
    private static final int MOST = 20;

    private final SetupRepository setups;
    private final SetupOutcomes outcomes;
    private final PaymentMethods methods;
    private final Gateways gateways;
    private final Switches switches;
    private final Idempotency idempotency;

    SettingUp(
            SetupRepository setups,
            SetupOutcomes outcomes,
            PaymentMethods methods,
            Gateways gateways,
            Switches switches,
            Idempotency idempotency) {
        this.setups = setups;
        this.outcomes = outcomes;
        this.methods = methods;
        this.gateways = gateways;
        this.switches = switches;
        this.idempotency = idempotency;
    }

    /** Whose card is to be kept. */
    record AddPaymentMethodInput(
            UUID customerId,
            String cardToken,
            @Nullable String name,
            boolean makeDefault,
            String idempotencyKey) {}

    /** Which method another card is to be kept instead of. */
    record ReplacePaymentMethodInput(
            UUID methodId, String cardToken, @Nullable String name, String idempotencyKey) {}

    /** What the act's transaction left behind. */
    record Begun(UUID setup) {}

    Mono<MethodOutcome> add(AddPaymentMethodInput input) {
        return known(input.cardToken(), input.name())
                .flatMap(
                        name ->
                                idempotency.once(
                                        "addPaymentMethod",
                                        input.idempotencyKey(),
                                        input,
                                        Begun.class,
                                        () ->
                                                begin(
                                                        input.customerId(),
                                                        input.cardToken(),
                                                        name.text(),
                                                        input.makeDefault(),
                                                        null)))
                .flatMap(begun -> goOn(begun.setup()));
    }

    Mono<MethodOutcome> replace(ReplacePaymentMethodInput input) {
        return known(input.cardToken(), input.name())
                .flatMap(
                        name ->
                                idempotency.once(
                                        "replacePaymentMethod",
                                        input.idempotencyKey(),
                                        input,
                                        Begun.class,
                                        () -> instead(input, name)))
                .flatMap(begun -> goOn(begun.setup()));
    }

    /** Goes on after the bank's confirmation, or where no answer came. */
    Mono<MethodOutcome> goOn(UUID id) {
        return Mono.zip(
                        setups.byId(id).switchIfEmpty(Mono.error(() -> new NotFound("setup"))),
                        Caller.current())
                .filter(found -> found.getT2().owns(found.getT1().customer()))
                .switchIfEmpty(Mono.error(() -> new NotFound("setup")))
                .flatMap(
                        found ->
                                found.getT1().open()
                                        ? ask(found.getT1())
                                        : outcomes.of(found.getT1()));
    }

    private Mono<Begun> instead(ReplacePaymentMethodInput input, Name name) {
        return Caller.current()
                .flatMap(caller -> methods.get(input.methodId(), caller))
                .flatMap(
                        old ->
                                begin(
                                        old.customer(),
                                        input.cardToken(),
                                        name.text() == null ? old.name() : name.text(),
                                        old.isDefault(),
                                        old.id()));
    }

    private Mono<Begun> begin(
            UUID customer,
            String cardToken,
            @Nullable String name,
            boolean makeDefault,
            @Nullable UUID replaces) {
        var setup =
                new MethodSetup(
                        Ids.next(),
                        customer,
                        gateways.present().orElseThrow().name(),
                        cardToken,
                        name,
                        makeDefault,
                        replaces,
                        null,
                        State.PLANNED,
                        null,
                        null);
        return Caller.current()
                .doOnNext(caller -> caller.mustOwn(customer))
                .then(outcomes.mustExist(customer))
                .then(switches.require(PortalSwitch.DETAILS, customer, null))
                .then(methods.of(List.of(customer)).count())
                .filter(kept -> kept < MOST || replaces != null)
                .switchIfEmpty(
                        Mono.error(
                                () ->
                                        refusal(
                                                "is one too many: at most %d are kept. Remove one first"
                                                        .formatted(MOST))))
                .flatMap(_ -> setups.add(setup))
                .thenReturn(new Begun(setup.id()));
    }

    private Mono<MethodOutcome> ask(MethodSetup setup) {
        var gateway = gateways.named(setup.gateway());
        var reference = setup.reference();
        return (reference == null ? gateway.setUp(setup.order()) : gateway.retrieveSetup(reference))
                .timeout(PATIENCE)
                .doOnError(
                        fault ->
                                LOG.warn(
                                        "Set-up {} has no outcome yet: {}",
                                        setup.id(),
                                        Traced.line(fault)))
                .map(java.util.Optional::of)
                .onErrorReturn(java.util.Optional.empty())
                .flatMap(
                        answer ->
                                answer.isPresent()
                                        ? outcomes.keep(setup, answer.get())
                                        : Mono.just(new MethodUnderWay(setup.id())));
    }

    /** A name that was checked; none if none was given. */
    private record Name(@Nullable String text) {}

    /** Asks the gateway whether it knows the card; never inside a transaction. */
    private Mono<Name> known(String token, @Nullable String name) {
        var faults = new Faults();
        var given = new Name(Texts.optional(faults, "name", name, LONGEST_NAME));
        faults.check(
                !token.isBlank() && token.length() <= LONGEST_TOKEN,
                "cardToken",
                "is not a card the gateway knows");
        return Mono.fromRunnable(faults::orThrow)
                .then(Mono.justOrEmpty(gateways.present()))
                .switchIfEmpty(Mono.error(() -> refusal("can't be kept: no gateway is set up")))
                .flatMap(gateway -> gateway.label(token))
                .switchIfEmpty(Mono.error(() -> refusal("is not a card the gateway knows")))
                .thenReturn(given);
    }

    private static Refused refusal(String message) {
        return new Refused(InvalidInput.of("cardToken", message));
    }
}
