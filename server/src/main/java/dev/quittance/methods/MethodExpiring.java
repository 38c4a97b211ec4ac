package dev.quittance.methods;

import dev.quittance.platform.Event;
import java.time.LocalDate;
import java.util.UUID;

/** A method that a customer relies on can soon be charged no more. */
public record MethodExpiring(UUID method, UUID customer, LocalDate expiresOn) implements Event {
    @Override
    public UUID stream() {
        return customer;
    }
}
