package dev.quittance.collection;

import dev.quittance.collection.OfflineMoney.Particulars;
import dev.quittance.collection.PayInvoicesResult.NothingDue;
import dev.quittance.collection.PayInvoicesResult.PaymentSucceeded;
import dev.quittance.collection.SpendingCredit.PlannedShare;
import dev.quittance.invoicing.Invoices;
import dev.quittance.payments.Payable;
import dev.quittance.platform.Faults;
import dev.quittance.platform.Idempotency;
import dev.quittance.platform.MoneyInput;
import dev.quittance.platform.Refused;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Money that came in by transfer, cheque or cash, as staff confirms it. */
@Service
class OfflinePayments {
    private final PayableInvoices payable;
    private final OfflineReceiving receiving;
    private final Idempotency idempotency;
    private final Invoices invoices;
    private final PaymentAnswers answers;

    OfflinePayments(
            PayableInvoices payable,
            OfflineReceiving receiving,
            Idempotency idempotency,
            Invoices invoices,
            PaymentAnswers answers) {
        this.payable = payable;
        this.receiving = receiving;
        this.idempotency = idempotency;
        this.invoices = invoices;
        this.answers = answers;
    }

    record PreviewOfflinePaymentInput(List<UUID> invoiceIds, @Nullable MoneyInput amount) {}

    /** How money would be spread, the oldest due first; {@code credit} is left over. */
    record OfflinePaymentPlan(Money due, Money amount, List<PlannedShare> shares, Money credit) {}

    Mono<OfflinePaymentPlan> preview(PreviewOfflinePaymentInput input) {
        return payable.read(input.invoiceIds()).flatMap(billed -> plan(input, billed));
    }

    Mono<PaymentSucceeded> confirm(ConfirmOfflinePaymentInput input) {
        return idempotency
                .once(
                        "confirmOfflinePayment",
                        input.idempotencyKey(),
                        input,
                        Confirmed.class,
                        () -> receive(input))
                .flatMap(confirmed -> answers.succeeded(confirmed.payment()));
    }

    private Mono<Confirmed> receive(ConfirmOfflinePaymentInput input) {
        return payable.hold(input.invoiceIds())
                .flatMap(
                        held -> {
                            var faults = new Faults();
                            var owed = held.owed();
                            var amount = amount(input.amount(), held, owed, faults);
                            var particulars =
                                    new Particulars(
                                            input.method(), input.reference(), input.valueOn());
                            return receiving.receive(
                                    held.customer(),
                                    amount,
                                    particulars,
                                    faults,
                                    () -> Spreading.of(input.shares(), orThrow(owed), amount));
                        })
                .map(Confirmed::new);
    }

    private Mono<OfflinePaymentPlan> plan(PreviewOfflinePaymentInput input, Billed billed) {
        var faults = new Faults();
        var owed = billed.owed();
        var amount = amount(input.amount(), billed, owed, faults);
        faults.orThrow();
        var spreading = Spreading.oldestFirst(owed, amount);
        return PlannedShares.of(invoices, owed, spreading.shares(), billed.currency())
                .map(
                        shares ->
                                new OfflinePaymentPlan(
                                        sum(billed, owed), amount, shares, spreading.rest()));
    }

    private static List<Payable> orThrow(List<Payable> owed) {
        if (owed.isEmpty()) {
            throw new Refused(new NothingDue());
        }
        return owed;
    }

    private static Money amount(
            @Nullable MoneyInput given, Billed billed, List<Payable> owed, Faults faults) {
        return given == null
                ? sum(billed, owed)
                : OfflineMoney.amount(given, billed.currency(), faults);
    }

    private static Money sum(Billed billed, List<Payable> owed) {
        return Money.ofMinor(billed.currency(), owed.stream().mapToLong(Payable::dueMinor).sum());
    }

    /** What the act's transaction left behind. */
    record Confirmed(UUID payment) {}
}
