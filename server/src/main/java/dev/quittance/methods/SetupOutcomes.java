package dev.quittance.methods;

import static java.util.Objects.requireNonNull;

import dev.quittance.customers.Customers;
import dev.quittance.methods.MethodOutcome.MethodRefused;
import dev.quittance.methods.MethodOutcome.MethodRequiresAction;
import dev.quittance.methods.MethodOutcome.PaymentMethodKept;
import dev.quittance.methods.MethodRepository.NewMethod;
import dev.quittance.payments.SetupOutcome;
import dev.quittance.payments.SetupOutcome.ConfirmationNeeded;
import dev.quittance.payments.SetupOutcome.Remembered;
import dev.quittance.payments.SetupOutcome.SetupRefused;
import dev.quittance.platform.Ids;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Keeps what a gateway said about a card that is to be kept: the first time only. */
@Service
class SetupOutcomes {
    private final SetupRepository setups;
    private final MethodRepository methods;
    private final MethodKeeping keeping;
    private final Customers customers;

    SetupOutcomes(
            SetupRepository setups,
            MethodRepository methods,
            MethodKeeping keeping,
            Customers customers) {
        this.setups = setups;
        this.methods = methods;
        this.keeping = keeping;
        this.customers = customers;
    }

    /** {@code NotFound} for a customer who does not exist. */
    Mono<Void> mustExist(UUID customer) {
        return customers.get(customer).then();
    }

    @Transactional
    Mono<MethodOutcome> keep(MethodSetup asked, SetupOutcome outcome) {
        return customers
                .lock(asked.customer())
                .then(Mono.defer(() -> setups.byId(asked.id())))
                .flatMap(
                        setup ->
                                setup.open()
                                        ? first(setup, outcome)
                                                .then(Mono.defer(() -> setups.byId(setup.id())))
                                        : Mono.just(setup))
                .flatMap(
                        setup ->
                                outcome instanceof ConfirmationNeeded(var _, var url)
                                                && setup.open()
                                        ? Mono.just(new MethodRequiresAction(setup.id(), url))
                                        : of(setup));
    }

    /** What has come of a wish that is over. */
    Mono<MethodOutcome> of(MethodSetup setup) {
        return setup.state() == MethodSetup.State.REFUSED
                ? Mono.just(new MethodRefused(requireNonNull(setup.refusal())))
                : methods.byIds(List.of(requireNonNull(setup.method())))
                        .single()
                        .map(PaymentMethodKept::new);
    }

    private Mono<Void> first(MethodSetup setup, SetupOutcome outcome) {
        return switch (outcome) {
            case ConfirmationNeeded(var reference, var url) ->
                    setups.asksBank(setup.id(), reference, url);
            case SetupRefused(var decline) -> setups.refuse(setup.id(), decline.reason());
            case Remembered(var remembered) -> {
                var method =
                        new NewMethod(
                                Ids.next(),
                                setup.customer(),
                                setup.gateway(),
                                remembered,
                                setup.name());
                yield keeping.keep(method, setup.makeDefault(), setup.replaces())
                        .then(setups.done(setup.id(), method.id()));
            }
        };
    }
}
