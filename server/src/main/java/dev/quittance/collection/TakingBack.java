package dev.quittance.collection;

import dev.quittance.payments.Allocation;
import dev.quittance.payments.Allocations;
import dev.quittance.payments.Payment;
import dev.quittance.payments.Payments;
import dev.quittance.platform.BusinessClock;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Takes back what paid invoices. One that was given up meanwhile is owed again as a whole: how it
 * stands is recomputed, not restored. The customer is locked.
 */
@Service
public class TakingBack {
    private static final String REASON = "What had paid a part of it was taken back";

    private final Allocations allocations;
    private final WriteOffs writeOffs;
    private final Payments payments;
    private final BusinessClock clock;

    TakingBack(
            Allocations allocations, WriteOffs writeOffs, Payments payments, BusinessClock clock) {
        this.allocations = allocations;
        this.writeOffs = writeOffs;
        this.payments = payments;
        this.clock = clock;
    }

    Mono<Void> back(List<Allocation> parts) {
        return clock.today()
                .flatMap(
                        today ->
                                writeOffs
                                        .recover(invoices(parts), today, REASON)
                                        .then(Mono.defer(() -> allocations.undo(parts, today))));
    }

    /** As {@link #back}, for {@code amount} in all, taken back from the latest first. */
    public Mono<Void> latest(List<Allocation> parts, Money amount) {
        return clock.today()
                .flatMap(
                        today ->
                                writeOffs
                                        .recover(invoices(parts), today, REASON)
                                        .then(
                                                Mono.defer(
                                                        () ->
                                                                allocations.undoLatest(
                                                                        parts, amount, today))));
    }

    /** Puts a payment back to New. */
    Mono<Payment> reverse(Payment payment, String reason) {
        return Mono.zip(clock.today(), allocations.ofPayments(List.of(payment.id())).collectList())
                .flatMap(
                        found ->
                                writeOffs
                                        .recover(invoices(found.getT2()), found.getT1(), REASON)
                                        .then(
                                                Mono.defer(
                                                        () ->
                                                                payments.reverse(
                                                                        payment,
                                                                        found.getT1(),
                                                                        reason))));
    }

    private static List<UUID> invoices(List<Allocation> parts) {
        return parts.stream().map(Allocation::invoice).distinct().toList();
    }
}
