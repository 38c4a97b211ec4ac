package dev.quittance.demo;

import dev.quittance.demo.DemoCustomer.Habit;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Lets customers of the demo pay all that is open. */
@Component
class DemoPayments {
    private static final String PREVIEW =
            "query($ids: [ID!]!) { previewPayment(input: {invoiceIds: $ids}) { token } }";
    private static final String PAY =
            "mutation($input: PayInvoicesInput!) { payInvoices(input: $input) { __typename } }";
    private static final String CONFIRM =
            "mutation($input: ConfirmOfflinePaymentInput!) { confirmOfflinePayment(input: $input) { __typename } }";
    private final DemoApi api;
    private final DemoInvoices invoices;

    DemoPayments(DemoApi api, DemoInvoices invoices) {
        this.api = api;
        this.invoices = invoices;
    }

    Mono<Void> pay(DemoCustomer customer, LocalDate day) {
        return invoices.open(customer.externalId())
                .map(UUID::toString)
                .collectList()
                .filter(open -> !open.isEmpty())
                .flatMap(
                        open ->
                                customer.habit() == Habit.PAYS_BY_CARD
                                        ? byCard(customer, day, open)
                                        : byTransfer(customer, day, open));
    }

    private Mono<Void> byCard(DemoCustomer customer, LocalDate day, List<String> invoices) {
        return api.ask(PREVIEW, Map.of("ids", invoices))
                .map(
                        answer ->
                                String.valueOf(
                                        answer.field("previewPayment.token").<Object>getValue()))
                .flatMap(
                        token ->
                                api.ask(
                                        PAY,
                                        Map.of(
                                                "input",
                                                Map.of(
                                                        "invoiceIds",
                                                        invoices,
                                                        "cardToken",
                                                        "card_success",
                                                        "quoteToken",
                                                        token,
                                                        "idempotencyKey",
                                                        key(customer, day)))))
                .then();
    }

    private Mono<Void> byTransfer(DemoCustomer customer, LocalDate day, List<String> invoices) {
        return api.ask(
                        CONFIRM,
                        Map.of(
                                "input",
                                Map.of(
                                        "invoiceIds",
                                        invoices,
                                        "method",
                                        "BANK_TRANSFER",
                                        "reference",
                                        "Transfer of " + day,
                                        "valueOn",
                                        day.toString(),
                                        "idempotencyKey",
                                        key(customer, day))))
                .then();
    }

    private static String key(DemoCustomer customer, LocalDate day) {
        return "demo-%s-%s".formatted(customer.externalId(), day);
    }
}
