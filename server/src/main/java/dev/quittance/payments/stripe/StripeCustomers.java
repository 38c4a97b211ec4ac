package dev.quittance.payments.stripe;

import com.stripe.param.CustomerCreateParams;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Under which reference Stripe knows our customers. It is told their ids and nothing else. */
class StripeCustomers {
    private static final String OURS = "quittance_customer";

    private final StripeCalls calls;
    private final StripeCustomerRepository repository;

    StripeCustomers(StripeCalls calls, StripeCustomerRepository repository) {
        this.calls = calls;
        this.repository = repository;
    }

    /** The reference of a customer, who is made known to Stripe first if need be. */
    Mono<String> reference(UUID customer) {
        return known(customer).switchIfEmpty(Mono.defer(() -> introduce(customer)));
    }

    /** The reference of a customer; empty if Stripe was never told of them. */
    Mono<String> known(UUID customer) {
        return repository.reference(customer);
    }

    /** Who died before the reference was kept introduced the same one, or one that owns nothing. */
    private Mono<String> introduce(UUID customer) {
        var params = CustomerCreateParams.builder().putMetadata(OURS, customer.toString()).build();
        return calls.ask(
                        stripe ->
                                stripe.customers()
                                        .create(params, StripeCalls.once("customer-" + customer))
                                        .getId())
                .flatMap(reference -> repository.keep(customer, reference))
                .then(Mono.defer(() -> repository.reference(customer)));
    }
}
