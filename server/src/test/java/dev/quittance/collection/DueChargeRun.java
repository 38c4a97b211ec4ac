package dev.quittance.collection;

import org.springframework.stereotype.Component;

/** What the worker of a running server does about invoices that are charged by themselves. */
@Component
public class DueChargeRun {
    private final DueChargeWorker worker;

    DueChargeRun(DueChargeWorker worker) {
        this.worker = worker;
    }

    /** Begins to charge all that is due. */
    public void begin() {
        worker.work().block();
    }
}
