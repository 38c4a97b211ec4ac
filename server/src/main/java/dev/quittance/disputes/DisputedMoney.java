package dev.quittance.disputes;

import dev.quittance.collection.TakingBack;
import dev.quittance.invoicing.Invoices;
import dev.quittance.payments.Allocation;
import dev.quittance.payments.Allocations;
import dev.quittance.payments.Payment;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Takes disputed money back from what it paid, and lets it pay again. The customer is locked. */
@Service
class DisputedMoney {
    private final DisputeRepository repository;
    private final Allocations allocations;
    private final TakingBack taking;
    private final PaymentRests rests;
    private final Invoices invoices;

    DisputedMoney(
            DisputeRepository repository,
            Allocations allocations,
            TakingBack taking,
            PaymentRests rests,
            Invoices invoices) {
        this.repository = repository;
        this.allocations = allocations;
        this.taking = taking;
        this.rests = rests;
        this.invoices = invoices;
    }

    /** Call before the money is booked as taken. */
    Mono<Void> take(Dispute dispute, Payment payment) {
        return Mono.zip(
                        rests.of(payment),
                        allocations.ofPayments(List.of(payment.id())).collectList())
                .flatMap(
                        found ->
                                take(
                                        dispute.id(),
                                        DisputeTerms.of(
                                                dispute.amount(), found.getT1(), found.getT2()),
                                        found.getT2()));
    }

    private Mono<Void> take(UUID dispute, DisputeTerms terms, List<Allocation> paid) {
        if (terms.fromInvoices().isZero()) {
            return Mono.empty();
        }
        var shares =
                terms.shares().entrySet().stream()
                        .map(one -> new DisputedShare(dispute, one.getKey(), one.getValue()))
                        .toList();
        return taking.latest(paid, terms.fromInvoices())
                .then(Mono.defer(() -> repository.addShares(shares)));
    }

    /** Call after the money is booked as back. */
    Mono<Void> payAgain(Dispute dispute, Payment payment, LocalDate on) {
        return repository
                .shares(List.of(dispute.id()))
                .collectList()
                .filter(lost -> !lost.isEmpty())
                .flatMap(
                        lost ->
                                Mono.zip(
                                                invoices.byIds(
                                                        lost.stream()
                                                                .map(DisputedShare::invoiceId)
                                                                .toList()),
                                                rests.credit(payment))
                                        .map(
                                                found ->
                                                        DisputeTerms.again(
                                                                lost,
                                                                found.getT1(),
                                                                found.getT2())))
                .filter(shares -> !shares.isEmpty())
                .flatMap(shares -> allocations.fromRest(payment, on, shares));
    }
}
