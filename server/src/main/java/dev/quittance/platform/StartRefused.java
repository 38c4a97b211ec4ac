package dev.quittance.platform;

/** The server can't start as it stands; the message says why and what to do, for the operator. */
public final class StartRefused extends RuntimeException {
    private final String remedy;

    public StartRefused(String reason, String remedy) {
        super(reason);
        this.remedy = remedy;
    }

    /** What to do about it. */
    public String remedy() {
        return remedy;
    }
}
