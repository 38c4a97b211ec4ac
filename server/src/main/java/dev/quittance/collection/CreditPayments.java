package dev.quittance.collection;

import dev.quittance.collection.Credit.Spendable;
import dev.quittance.collection.SpendingCredit.Spent;
import dev.quittance.payments.AllocationPlan.Share;
import dev.quittance.payments.Allocations;
import dev.quittance.platform.BusinessClock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Pays invoices from credit, those that were given up too. The customer is locked. */
@Service
class CreditPayments {
    private final Allocations allocations;
    private final WriteOffs writeOffs;
    private final BusinessClock clock;

    CreditPayments(Allocations allocations, WriteOffs writeOffs, BusinessClock clock) {
        this.allocations = allocations;
        this.writeOffs = writeOffs;
        this.clock = clock;
    }

    Mono<Spent> pay(UUID customer, Spendable from, List<Share> shares) {
        var currency = from.amount().getCurrencyUnit();
        var ids = shares.stream().map(Share::invoice).toList();
        var used = Money.ofMinor(currency, shares.stream().mapToLong(Share::minor).sum());
        return clock.today()
                .flatMap(
                        today ->
                                writeOffs
                                        .recover(ids, today, "Paid from account credit")
                                        .then(
                                                Mono.defer(
                                                        () ->
                                                                spend(
                                                                        customer, from, today,
                                                                        shares))))
                .thenReturn(new Spent(used, ids));
    }

    private Mono<Void> spend(UUID customer, Spendable from, LocalDate on, List<Share> shares) {
        var payment = from.payment();
        return payment == null
                ? allocations.fromCredit(customer, from.amount().getCurrencyUnit(), on, shares)
                : allocations.fromRest(payment, on, shares);
    }
}
