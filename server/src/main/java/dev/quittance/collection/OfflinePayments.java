package dev.quittance.collection;

import dev.quittance.collection.PayInvoicesResult.NothingDue;
import dev.quittance.collection.PayInvoicesResult.PaymentSucceeded;
import dev.quittance.payments.NewPayment;
import dev.quittance.payments.Payment;
import dev.quittance.payments.Payments;
import dev.quittance.platform.BusinessClock;
import dev.quittance.platform.Idempotency;
import dev.quittance.platform.Refused;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Money that came in by transfer, cheque or cash, as staff confirms it. */
@Service
class OfflinePayments {
    private final PayableInvoices invoices;
    private final Payments payments;
    private final Idempotency idempotency;
    private final BusinessClock clock;
    private final PaymentAnswers answers;

    OfflinePayments(
            PayableInvoices invoices,
            Payments payments,
            Idempotency idempotency,
            BusinessClock clock,
            PaymentAnswers answers) {
        this.invoices = invoices;
        this.payments = payments;
        this.idempotency = idempotency;
        this.clock = clock;
        this.answers = answers;
    }

    Mono<PaymentSucceeded> confirm(ConfirmOfflinePaymentInput input) {
        return idempotency
                .once(
                        "confirmOfflinePayment",
                        input.idempotencyKey(),
                        input,
                        Confirmed.class,
                        () -> receive(input))
                .flatMap(confirmed -> payments.get(confirmed.payment()))
                .flatMap(answers::succeeded);
    }

    private Mono<Confirmed> receive(ConfirmOfflinePaymentInput input) {
        return invoices.hold(input.invoiceIds())
                .zipWith(clock.today())
                .map(held -> payment(input, held.getT1(), held.getT2()))
                .flatMap(payments::receive)
                .map(Payment::id)
                .map(Confirmed::new);
    }

    private static NewPayment payment(
            ConfirmOfflinePaymentInput input, Billed billed, LocalDate today) {
        var received = OfflineMoney.of(input, billed, today);
        if (billed.payables().isEmpty()) {
            throw new Refused(new NothingDue());
        }
        return received.payment(billed, today);
    }

    /** What the act's transaction left behind. */
    record Confirmed(UUID payment) {}
}
