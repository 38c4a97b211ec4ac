package dev.quittance.payments;

/** Money came in for a draft that can't be posted; nothing of that transaction is kept. */
class DraftUnpostable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Throwable fault;

    DraftUnpostable(Throwable fault) {
        super(fault);
        this.fault = fault;
    }

    Throwable fault() {
        return fault;
    }
}
