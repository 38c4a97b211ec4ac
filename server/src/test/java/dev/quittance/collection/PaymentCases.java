package dev.quittance.collection;

import dev.quittance.methods.Wallet;
import dev.quittance.payments.Books;
import dev.quittance.testing.Asked;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.graphql.test.tester.GraphQlTester;

/** What each mutation of payments, refunds, credit and bad debts can be asked with. */
public final class PaymentCases {
    private static final LocalDate MARCH = LocalDate.of(2030, 3, 1);

    private final Books books;
    private final GraphQlTester clerk;

    /**
     * @param clerk may do everything
     */
    public PaymentCases(Books books, GraphQlTester clerk) {
        this.books = books;
        this.clerk = clerk;
    }

    /** By the names of the mutations. */
    public Map<String, Supplier<Asked>> all() {
        var cases = new HashMap<String, Supplier<Asked>>();
        cases.put("payInvoices", this::payInvoices);
        cases.put(
                "confirmOfflinePayment",
                () ->
                        Asked.changed(
                                Map.of(
                                        "invoiceIds",
                                        List.of(invoice(books.customer("Ada")).toString())),
                                "reference",
                                "T 2"));
        cases.put("topUp", this::topUp);
        cases.put(
                "addPaymentMethod",
                () ->
                        Asked.changed(
                                Map.of(
                                        "customerId",
                                        books.customer("Ada"),
                                        "cardToken",
                                        "card_success"),
                                "name",
                                "Mine"));
        cases.put(
                "replacePaymentMethod",
                () ->
                        Asked.changed(
                                Map.of(
                                        "methodId",
                                        new Wallet(clerk, books.customer("Ada")).kept("card_slow"),
                                        "cardToken",
                                        "card_success"),
                                "name",
                                "Mine"));
        cases.put(
                "confirmTopUp",
                () ->
                        Asked.changed(
                                Map.of(
                                        "customerId", books.customer("Ada"),
                                        "amount", Desk.usd("5.00")),
                                "amount",
                                Desk.usd("6.00")));
        cases.put(
                "reversePayment",
                () -> Asked.reasoned(Map.of("paymentId", confirmed(books.customer("Ada")))));
        cases.put(
                "refundPayment",
                () -> Asked.reasoned(Map.of("paymentId", toppedUp(), "amount", Desk.usd("5.00"))));
        cases.put(
                "confirmRefund",
                () -> Asked.changed(Map.of("refundId", refund()), "reference", "X"));
        cases.put("cancelRefund", () -> Asked.reasoned(Map.of("refundId", refund())));
        cases.put("applyCredit", this::applyCredit);
        cases.put(
                "undoAllocation",
                () ->
                        Asked.changed(
                                Map.of("allocationId", allocation()),
                                "allocationId",
                                allocation()));
        cases.put(
                "writeOffInvoice",
                () -> Asked.reasoned(Map.of("invoiceId", invoice(books.customer("Ada")))));
        cases.put(
                "answerDispute",
                () -> Asked.changed(dispute("evidence", "They signed"), "evidence", "No"));
        cases.put(
                "acceptDispute",
                () -> Asked.changed(dispute(), "disputeId", dispute().get("disputeId")));
        cases.put("recoverInvoice", () -> Asked.reasoned(Map.of("invoiceId", writtenOff())));
        return cases;
    }

    private Asked payInvoices() {
        var ada = books.customer("Ada");
        var invoice = invoice(ada);
        var input =
                Map.<String, Object>of(
                        "invoiceIds", List.of(invoice.toString()),
                        "cardToken", "card_success",
                        "quoteToken", new Till(clerk).token(List.of(invoice)));
        return Asked.changed(input, "quoteToken", "another");
    }

    private Asked topUp() {
        var input =
                new HashMap<String, Object>(
                        Map.of(
                                "customerId", books.customer("Ada"),
                                "amount", Desk.usd("5.00"),
                                "cardToken", "card_success"));
        input.put("quoteToken", new Desk(clerk).topUpQuote(input));
        return Asked.changed(input, "amount", Desk.usd("6.00"));
    }

    private Asked applyCredit() {
        var ada = books.customer("Ada");
        invoice(ada);
        books.credit(ada, "USD", 300);
        return Asked.changed(Map.of("customerId", ada, "currency", "USD"), "currency", "EUR");
    }

    private UUID invoice(UUID customer) {
        return books.invoice(customer, "USD", 1000, MARCH);
    }

    /** A payment by transfer. */
    public UUID confirmed(UUID customer) {
        return Till.payment(new Till(clerk).confirm(Map.of(), invoice(customer)));
    }

    /** A deposit by card. */
    public UUID toppedUp() {
        return Till.payment(
                new Desk(clerk)
                        .act(
                                "topUp",
                                Map.of(
                                        "customerId", books.customer("Ada"),
                                        "amount", Desk.usd("20.00"),
                                        "cardToken", "card_success")));
    }

    /** A refund that staff is to send. */
    public String refund() {
        var begun = new Desk(clerk).refund(toppedUp(), "5.00", Map.of("method", "BANK_TRANSFER"));
        return String.valueOf(Till.at(begun, "refund.id"));
    }

    private String allocation() {
        var payment = confirmed(books.customer("Ada"));
        var found =
                new Desk(clerk)
                        .ask(
                                "query($id: ID!) { payment(id: $id) { allocations { id } } }",
                                Map.of("id", payment));
        return String.valueOf(Till.at(found, "payment.allocations.0.id"));
    }

    private Map<String, Object> dispute(String... more) {
        var opened =
                clerk.document(
                                "mutation($id: ID!) { openSandboxDispute(input: {paymentId: $id, reason: OTHER}) { ... on SandboxDisputeOpened { dispute { id } } } }")
                        .variable("id", toppedUp())
                        .execute()
                        .path("openSandboxDispute.dispute.id")
                        .entity(String.class)
                        .get();
        var input = new HashMap<String, Object>(Map.of("disputeId", opened));
        if (more.length > 0) {
            input.put(more[0], more[1]);
        }
        return input;
    }

    private UUID writtenOff() {
        var invoice = invoice(books.customer("Ada"));
        new Desk(clerk).writeOff(invoice);
        return invoice;
    }
}
