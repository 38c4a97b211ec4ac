package dev.quittance.collection;

import dev.quittance.collection.Credit.Spendable;
import dev.quittance.collection.PayInvoicesResult.NothingDue;
import dev.quittance.collection.Spreading.AllocationShareInput;
import dev.quittance.invoicing.Invoice;
import dev.quittance.invoicing.Invoices;
import dev.quittance.payments.AllocationPlan.Share;
import dev.quittance.payments.Payable;
import dev.quittance.platform.Idempotency;
import dev.quittance.platform.Refused;
import java.util.List;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Lets staff pay invoices from account credit, or from what one payment left over. */
@Service
class SpendingCredit {
    private final CreditTargets targets;
    private final Credit credit;
    private final CreditPayments payments;
    private final Idempotency idempotency;
    private final Invoices invoices;

    SpendingCredit(
            CreditTargets targets,
            Credit credit,
            CreditPayments payments,
            Idempotency idempotency,
            Invoices invoices) {
        this.targets = targets;
        this.credit = credit;
        this.payments = payments;
        this.idempotency = idempotency;
        this.invoices = invoices;
    }

    /**
     * Which credit is to pay what.
     *
     * @param paymentId spends only what this payment left over
     * @param shares the oldest due first when left out
     */
    record ApplyCreditInput(
            UUID customerId,
            CurrencyUnit currency,
            @Nullable UUID paymentId,
            @Nullable List<AllocationShareInput> shares,
            String idempotencyKey) {}

    record PreviewCreditInput(UUID customerId, CurrencyUnit currency, @Nullable UUID paymentId) {}

    /** What paying from credit would do. */
    record CreditPlan(Money available, List<PlannedShare> shares, Money left) {}

    /** What one invoice would get. */
    record PlannedShare(Invoice invoice, Money due, Money amount) {}

    /** Credit has paid invoices. */
    record CreditApplied(Money used, List<Invoice> invoices) {}

    /** What the act's transaction left behind. */
    record Spent(Money used, List<UUID> invoices) {}

    Mono<CreditPlan> preview(PreviewCreditInput input) {
        return Mono.zip(
                        credit.of(input.customerId(), input.currency(), input.paymentId()),
                        targets.open(input.customerId(), input.currency()))
                .flatMap(found -> plan(found.getT1().amount(), found.getT2()));
    }

    Mono<CreditApplied> apply(ApplyCreditInput input) {
        return idempotency
                .once("applyCredit", input.idempotencyKey(), input, Spent.class, () -> spend(input))
                .flatMap(
                        spent ->
                                invoices.byIds(spent.invoices())
                                        .map(
                                                found ->
                                                        new CreditApplied(
                                                                spent.used(),
                                                                spent.invoices().stream()
                                                                        .map(found::get)
                                                                        .toList())));
    }

    private Mono<Spent> spend(ApplyCreditInput input) {
        return targets.hold(input)
                .zipWith(
                        Mono.defer(
                                () ->
                                        credit.of(
                                                input.customerId(),
                                                input.currency(),
                                                input.paymentId())))
                .flatMap(
                        found ->
                                payments.pay(
                                        input.customerId(),
                                        found.getT2().orThrow(),
                                        shares(input, found.getT1(), found.getT2())));
    }

    private static List<Share> shares(
            ApplyCreditInput input, List<Payable> owed, Spendable spendable) {
        var shares = Spreading.of(input.shares(), owed, spendable.amount()).shares();
        if (shares.isEmpty()) {
            throw new Refused(new NothingDue());
        }
        return shares;
    }

    private Mono<CreditPlan> plan(Money available, List<Payable> owed) {
        var spreading = Spreading.oldestFirst(owed, available);
        return PlannedShares.of(invoices, owed, spreading.shares(), available.getCurrencyUnit())
                .map(shares -> new CreditPlan(available, shares, spreading.rest()));
    }
}
