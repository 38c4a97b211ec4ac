package dev.quittance.billing;

import dev.quittance.customers.Customer;
import dev.quittance.platform.Problem;

/** What comes of taking a customer out of the parked ones. */
public sealed interface Unparking {

    /** The next run tries again. */
    record CustomerUnparked(Customer customer) implements Unparking {}

    record CustomerNotParked() implements Unparking, Problem {
        @Override
        public String message() {
            return "This customer is not parked.";
        }
    }
}
