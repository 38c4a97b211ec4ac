package dev.quittance.collection;

import dev.quittance.platform.Problem;

/**
 * The invoice is not dunned: it is paid, was given up, or its subscriptions are charged no more.
 */
record DunningOver() implements Problem {
    @Override
    public String message() {
        return "This invoice is not charged again by itself: it is settled, given up, or its subscription is not charged any more. Confirm a payment or write it off instead.";
    }
}
