package dev.quittance.platform;

import java.util.UUID;

/**
 * Something that has happened, a record named in the past tense that carries ids only, never links
 * or tokens. Its simple name is how it is kept.
 */
public interface Event {

    /** Events of one stream, usually a customer, reach each listener in order. */
    UUID stream();
}
