package dev.quittance.platform;

/** A reason, fit to show to a person, why a request was understood but not carried out. */
public interface Problem {

    /** The reason in a sentence. */
    String message();
}
