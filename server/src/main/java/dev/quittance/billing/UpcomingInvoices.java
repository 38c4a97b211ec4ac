package dev.quittance.billing;

import dev.quittance.contracting.ComingBills;
import dev.quittance.invoicing.Invoices;
import java.util.Map;
import java.util.UUID;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/** Tells in GraphQL what subscriptions will be billed next. */
@Controller
class UpcomingInvoices {
    private final ComingBills coming;
    private final Invoices invoices;

    UpcomingInvoices(ComingBills coming, Invoices invoices) {
        this.coming = coming;
        this.invoices = invoices;
    }

    @QueryMapping
    Mono<UpcomingInvoice> upcomingInvoice(@Argument UUID subscriptionId) {
        return coming.next(subscriptionId)
                .flatMap(
                        found ->
                                // Of one subscription all is paid in one way.
                                invoices.draft(
                                                Batch.orders(found.terms(), Map.of()),
                                                found.issuedOn())
                                        .map(draftings -> UpcomingInvoice.of(found, draftings)))
                .filter(UpcomingInvoices::billsSomething);
    }

    /** A customer who pays nothing gets no invoice. */
    private static boolean billsSomething(UpcomingInvoice upcoming) {
        return !upcoming.lines().isEmpty() || upcoming.hindrance() != null;
    }
}
