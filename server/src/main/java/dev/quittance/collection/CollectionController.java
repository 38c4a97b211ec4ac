package dev.quittance.collection;

import dev.quittance.collection.PayInvoicesResult.PaymentSucceeded;
import java.util.List;
import java.util.UUID;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/** Paying, in GraphQL. */
@Controller
class CollectionController {
    private final PaymentQuotes quotes;
    private final InvoicePayments payments;
    private final OfflinePayments offline;

    CollectionController(PaymentQuotes quotes, InvoicePayments payments, OfflinePayments offline) {
        this.quotes = quotes;
        this.payments = payments;
        this.offline = offline;
    }

    record PreviewPaymentInput(List<UUID> invoiceIds) {}

    record ContinuePaymentInput(UUID paymentId) {}

    @QueryMapping
    Mono<PaymentQuote> previewPayment(@Argument PreviewPaymentInput input) {
        return quotes.preview(input.invoiceIds());
    }

    @MutationMapping
    Mono<PayInvoicesResult> payInvoices(@Argument PayInvoicesInput input) {
        return payments.pay(input);
    }

    @MutationMapping
    Mono<PayInvoicesResult> continuePayment(@Argument ContinuePaymentInput input) {
        return payments.goOn(input.paymentId());
    }

    @MutationMapping
    Mono<PaymentSucceeded> confirmOfflinePayment(@Argument ConfirmOfflinePaymentInput input) {
        return offline.confirm(input);
    }
}
