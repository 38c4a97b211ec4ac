package dev.quittance.statements;

import dev.quittance.platform.Event;
import java.util.UUID;

/** A statement of account was made for being mailed. */
public record StatementMade(UUID statement, UUID customer) implements Event {

    @Override
    public UUID stream() {
        return customer;
    }
}
