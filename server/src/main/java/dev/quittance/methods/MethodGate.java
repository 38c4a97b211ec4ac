package dev.quittance.methods;

import dev.quittance.customers.Customers;
import dev.quittance.platform.Caller;
import dev.quittance.preferences.PortalSwitch;
import dev.quittance.preferences.Switches;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Holds contacts to their own methods, and to what the merchant lets them do. */
@Component
class MethodGate {
    private final PaymentMethods methods;
    private final Customers customers;
    private final Switches switches;

    MethodGate(PaymentMethods methods, Customers customers, Switches switches) {
        this.methods = methods;
        this.customers = customers;
        this.switches = switches;
    }

    /** One that is kept, with its customer locked until the transaction ends. */
    Mono<PaymentMethod> hold(UUID id) {
        return Caller.current()
                .flatMap(
                        caller ->
                                methods.get(id, caller)
                                        .delayUntil(
                                                method ->
                                                        switches.require(
                                                                PortalSwitch.DETAILS,
                                                                method.customer(),
                                                                null))
                                        .flatMap(method -> customers.lock(method.customer()))
                                        // Once more: it may have been removed before the lock.
                                        .then(Mono.defer(() -> methods.get(id, caller))));
    }
}
