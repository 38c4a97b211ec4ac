package dev.quittance.platform;

/** What comes of deciding about a parked delivery. */
sealed interface Unparked {

    /** It is tried again from the beginning, at once. */
    record DeliveryRetried(String id) implements Unparked {}

    /** It is given up for good; its stream goes on. */
    record DeliveryDropped(String id) implements Unparked {}

    /** Somebody else decided before. */
    record DeliveryNotParked() implements Unparked, Problem {
        @Override
        public String message() {
            return "This delivery is not parked: it was retried or dropped already.";
        }
    }
}
