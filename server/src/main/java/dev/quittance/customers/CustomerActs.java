package dev.quittance.customers;

import dev.quittance.customers.CustomerOutcome.CustomerUpdated;
import dev.quittance.platform.Caller;
import dev.quittance.platform.NotFound;
import dev.quittance.preferences.PortalSwitch;
import dev.quittance.preferences.Switches;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/** Adds and changes customers in GraphQL. */
@Controller
class CustomerActs {
    private final CustomerKeeping keeping;
    private final Switches switches;

    CustomerActs(CustomerKeeping keeping, Switches switches) {
        this.keeping = keeping;
        this.switches = switches;
    }

    /** The contact's own customer as it is now. */
    record MyDetailsUpdated(Customer customer) {}

    @MutationMapping
    Mono<CustomerOutcome> createCustomer(@Argument NewCustomer input) {
        return keeping.create(input);
    }

    @MutationMapping
    Mono<CustomerOutcome> updateCustomer(@Argument CustomerChange input) {
        return keeping.update(input);
    }

    /** Whose details these are is the caller's own customer, never the input's. */
    @MutationMapping
    Mono<MyDetailsUpdated> updateMyDetails(
            @Argument MyDetailsChange input, @ContextValue Caller caller) {
        var own = caller.customer();
        if (own == null) {
            return Mono.error(new NotFound("customer"));
        }
        return switches.require(PortalSwitch.DETAILS, own, null)
                .then(Mono.defer(() -> keeping.update(input.of(own))))
                .cast(CustomerUpdated.class)
                .map(updated -> new MyDetailsUpdated(updated.customer()));
    }
}
