package dev.quittance.payments;

import dev.quittance.customers.Customer;
import dev.quittance.customers.Customers;
import dev.quittance.invoicing.DocumentParty;
import dev.quittance.organization.NumberSeries;
import dev.quittance.organization.Organizations;
import dev.quittance.organization.SeriesKind;
import dev.quittance.platform.JsonText;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * What a receipt gets when money has come in or gone back: both parties as they are, and the next
 * number.
 */
@Service
class Receipts {
    private final Organizations organizations;
    private final Customers customers;
    private final NumberSeries numbers;

    Receipts(Organizations organizations, Customers customers, NumberSeries numbers) {
        this.organizations = organizations;
        this.customers = customers;
        this.numbers = numbers;
    }

    /** Call last in the transaction: the number holds its series until the end. */
    Mono<ReceiptIssue> issue(SeriesKind series, UUID customer, LocalDate on) {
        return Mono.zip(organizations.seller(), customers.get(customer))
                .flatMap(
                        parties ->
                                numbers.take(series, on, 1)
                                        .map(
                                                taken ->
                                                        new ReceiptIssue(
                                                                taken.number(0),
                                                                parties.getT1(),
                                                                JsonText.write(
                                                                        buyer(parties.getT2())))));
    }

    private static DocumentParty buyer(Customer customer) {
        return new DocumentParty(
                customer.name(),
                customer.billingAddress(),
                customer.taxId(),
                customer.email(),
                customer.locale());
    }
}
