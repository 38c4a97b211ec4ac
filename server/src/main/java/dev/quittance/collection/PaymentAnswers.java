package dev.quittance.collection;

import static java.util.Objects.requireNonNull;

import dev.quittance.collection.PayInvoicesResult.PaymentDeclined;
import dev.quittance.collection.PayInvoicesResult.PaymentProcessing;
import dev.quittance.collection.PayInvoicesResult.PaymentRequiresAction;
import dev.quittance.collection.PayInvoicesResult.PaymentSucceeded;
import dev.quittance.invoicing.Invoices;
import dev.quittance.payments.ChargeAnswer;
import dev.quittance.payments.DeclineKind;
import dev.quittance.payments.Payment;
import dev.quittance.payments.Payments;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Says to the payer how a payment stands. */
@Service
class PaymentAnswers {
    private final Payments payments;
    private final Invoices invoices;

    PaymentAnswers(Payments payments, Invoices invoices) {
        this.payments = payments;
        this.invoices = invoices;
    }

    Mono<PayInvoicesResult> of(ChargeAnswer answer) {
        var payment = answer.payment();
        return switch (payment.status()) {
            // Whoever asks again about a payment that was put back later sees that on the payment.
            case SUCCEEDED, REVERSED -> succeeded(payment).cast(PayInvoicesResult.class);
            case REQUIRES_ACTION ->
                    Mono.just(
                            new PaymentRequiresAction(payment, requireNonNull(answer.actionUrl())));
            case PROCESSING -> Mono.just(new PaymentProcessing(payment));
            case DECLINED ->
                    Mono.just(
                            new PaymentDeclined(
                                    requireNonNull(payment.declineReason()),
                                    payment,
                                    payment.declineKind() == DeclineKind.SOFT));
        };
    }

    /** As {@link #succeeded(Payment)}, by id. */
    Mono<PaymentSucceeded> succeeded(UUID payment) {
        return payments.get(payment).flatMap(this::succeeded);
    }

    /** The payment with the invoices it was meant for, as they stand now. */
    Mono<PaymentSucceeded> succeeded(Payment payment) {
        return payments.targets(payment.id())
                .collectList()
                .flatMap(paid -> succeeded(payment, paid));
    }

    /**
     * Success with these invoices as they stand now, in this order.
     *
     * @param payment empty when account credit paid all
     */
    Mono<PaymentSucceeded> succeeded(@Nullable Payment payment, List<UUID> paid) {
        return invoices.byIds(paid)
                .map(found -> paid.stream().map(found::get).filter(Objects::nonNull).toList())
                .map(sorted -> new PaymentSucceeded(payment, sorted));
    }
}
