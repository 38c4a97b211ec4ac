package dev.quittance.customers;

import java.util.UUID;
import reactor.core.publisher.Flux;

/** Tells who has something overdue; offered by whoever may look at the invoices. */
public interface OverdueCustomers {

    Flux<UUID> overdueCustomers();
}
