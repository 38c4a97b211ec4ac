package dev.quittance.customers;

import dev.quittance.platform.Problem;

/** What comes of adding or changing a customer. */
public sealed interface CustomerOutcome {

    /** The customer can be subscribed and billed. */
    record CustomerCreated(Customer customer) implements CustomerOutcome {}

    /** The customer as it is now. */
    record CustomerUpdated(Customer customer) implements CustomerOutcome {}

    /**
     * Another customer has this external id.
     *
     * @param customer the other one
     */
    record ExternalIdTaken(Customer customer) implements CustomerOutcome, Problem {
        @Override
        public String message() {
            return "%s is the external id of %s. Choose another one."
                    .formatted(customer.externalId(), customer.name());
        }
    }
}
