package dev.quittance.platform;

/** An argument makes no sense: a cursor of our own that was tampered with, a malformed id. */
public final class BadRequest extends RuntimeException {
    private final String field;

    public BadRequest(String field, String message) {
        super("%s: %s".formatted(field, message), null, false, false);
        this.field = field;
    }

    /** The argument's path. */
    public String field() {
        return field;
    }
}
