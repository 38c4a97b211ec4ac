package dev.quittance.platform;

/**
 * Carries a problem out of a transaction, which rolls back. A mutation whose union has the
 * problem's type answers with it.
 */
public final class Refused extends RuntimeException {
    private final transient Problem problem;

    public Refused(Problem problem) {
        super(problem.message(), null, false, false);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
