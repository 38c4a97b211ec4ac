package dev.quittance.collection;

import dev.quittance.collection.OfflinePayments.OfflinePaymentPlan;
import dev.quittance.collection.OfflinePayments.PreviewOfflinePaymentInput;
import dev.quittance.collection.PayInvoicesResult.PaymentSucceeded;
import dev.quittance.collection.TopUps.ConfirmTopUpInput;
import dev.quittance.collection.TopUps.TopUpInput;
import dev.quittance.platform.MoneyInput;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
    private final TopUps topUps;
    private final TopUpQuotes topUpQuotes;

    CollectionController(
            PaymentQuotes quotes,
            InvoicePayments payments,
            OfflinePayments offline,
            TopUps topUps,
            TopUpQuotes topUpQuotes) {
        this.quotes = quotes;
        this.payments = payments;
        this.offline = offline;
        this.topUps = topUps;
        this.topUpQuotes = topUpQuotes;
    }

    record PreviewPaymentInput(List<UUID> invoiceIds, @Nullable MoneyInput amount) {}

    record PreviewTopUpInput(UUID customerId, MoneyInput amount) {}

    record ContinuePaymentInput(UUID paymentId) {}

    @QueryMapping
    Mono<PaymentQuote> previewPayment(@Argument PreviewPaymentInput input) {
        return quotes.preview(input.invoiceIds(), input.amount());
    }

    @QueryMapping
    Mono<OfflinePaymentPlan> previewOfflinePayment(@Argument PreviewOfflinePaymentInput input) {
        return offline.preview(input);
    }

    @QueryMapping
    Mono<TopUpQuote> previewTopUp(@Argument PreviewTopUpInput input) {
        return topUpQuotes.preview(input.customerId(), input.amount());
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

    @MutationMapping
    Mono<PayInvoicesResult> topUp(@Argument TopUpInput input) {
        return topUps.byCard(input);
    }

    @MutationMapping
    Mono<PaymentSucceeded> confirmTopUp(@Argument ConfirmTopUpInput input) {
        return topUps.confirm(input);
    }
}
