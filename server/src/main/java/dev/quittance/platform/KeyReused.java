package dev.quittance.platform;

/** The idempotency key was used before with another input. */
public record KeyReused() implements Problem {

    @Override
    public String message() {
        return "This idempotency key was used before with another input. Use a new key.";
    }
}
