package dev.quittance.messaging;

import java.util.List;
import java.util.UUID;

/**
 * How an invoice can be forwarded.
 *
 * @param subject of the mail, unless it is changed
 * @param body of the mail, unless it is changed
 * @param people of the customer who have an address
 */
record Forwarding(String subject, String body, List<Person> people) {

    /** Somebody to whom it can go. */
    record Person(UUID contactId, String name, String email) {}

    Forwarding {
        people = List.copyOf(people);
    }
}
