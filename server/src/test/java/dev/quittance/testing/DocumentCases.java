package dev.quittance.testing;

import dev.quittance.platform.Ids;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.graphql.test.tester.HttpGraphQlTester;

/** What each mutation of invoices, subscriptions and mails can be asked with. */
public final class DocumentCases {
    private static final String TO = "ada@example.com";

    private final Shop shop;
    private final HttpGraphQlTester clerk;
    private final Consumer<UUID> expire;

    /**
     * @param clerk may do everything
     * @param expire lets the trial of a subscription be over
     */
    public DocumentCases(HttpGraphQlTester clerk, Consumer<UUID> expire) {
        this.shop = new Shop(clerk);
        this.clerk = clerk;
        this.expire = expire;
    }

    /** By the names of the mutations. */
    public Map<String, Supplier<Asked>> all() {
        var cases = new HashMap<String, Supplier<Asked>>();
        cases.put(
                "createInvoiceDraft",
                () -> Asked.changed(Map.of("entry", entry("10")), "entry", entry("11")));
        cases.put(
                "postInvoiceDraft",
                () ->
                        Asked.changed(
                                Map.of("id", draft(), "version", 1, "mail", false), "mail", true));
        cases.put(
                "duplicateInvoice",
                () -> Asked.changed(Map.of("invoiceId", invoice()), "invoiceId", invoice()));
        cases.put("creditInvoice", this::creditInvoice);
        cases.put("cancelInvoice", () -> Asked.reasoned(Map.of("invoiceId", invoice())));
        cases.put("creditCustomer", () -> Asked.reasoned(entry("10")));
        cases.put(
                "addCharge",
                () ->
                        Asked.changed(
                                Map.of(
                                        "invoiceId",
                                        invoice(),
                                        "kind",
                                        "CHARGE",
                                        "description",
                                        "More",
                                        "amount",
                                        Shop.money("USD", "5.00")),
                                "kind",
                                "DISCOUNT"));
        cases.put("reissueInvoice", () -> Asked.reasoned(Map.of("invoiceId", invoice())));
        cases.put(
                "emailInvoice",
                () ->
                        Asked.changed(
                                Map.of("invoiceId", invoice(), "to", List.of(TO)),
                                "to",
                                List.of("b@example.com")));
        cases.put("mailStatement", this::mailStatement);
        cases.put(
                "mailStatementToMe",
                () -> Asked.changed(stretch(), "from", "2029-02-01").by(shop.customer()));
        cases.put(
                "startSubscription",
                () ->
                        Asked.changed(
                                Map.of(
                                        "customerId", shop.customer(),
                                        "planId", shop.monthly("USD", "10")),
                                "quantity",
                                2));
        cases.put(
                "cancelSubscription",
                () -> {
                    var subscription = shop.started(shop.customer(), shop.monthly("USD", "10"));
                    return Asked.reasoned(Map.of("id", subscription, "when", "NOW"));
                });
        cases.put(
                "pauseSubscription",
                () -> Asked.changed(Map.of("id", running(), "when", "NOW"), "when", "TERM_END"));
        cases.put(
                "changeSubscription",
                () ->
                        Asked.changed(
                                Map.of("id", running(), "when", "NOW", "quantity", 3),
                                "quantity",
                                2));
        cases.put(
                "changeBillingDay",
                () ->
                        Asked.changed(
                                Map.of("id", running(), "when", "NOW", "billingDay", 17),
                                "billingDay",
                                5));
        cases.put(
                "activateSubscription",
                () -> Asked.changed(Map.of("id", tried("INVOICE")), "id", running()));
        cases.put("extendTrial", () -> Asked.changed(Map.of("id", expired()), "id", running()));
        cases.put(
                "reactivateSubscription",
                () -> Asked.changed(Map.of("id", cancelled()), "quantity", 2));
        cases.put(
                "resumeSubscription",
                () -> Asked.changed(Map.of("id", paused()), "on", "2039-01-01"));
        return cases;
    }

    private UUID running() {
        return shop.started(shop.customer(), shop.monthly("USD", "10"));
    }

    /** In a trial of a week that began today. */
    private UUID tried(String policy) {
        var plan = shop.monthly("USD", "10");
        terms(plan, policy);
        return shop.started(shop.customer(), plan);
    }

    private void terms(UUID plan, String policy) {
        clerk.document("mutation($i: UpdatePlanInput!) { updatePlan(input: $i) { __typename } }")
                .variable(
                        "i",
                        Map.of(
                                "id",
                                plan,
                                "terms",
                                Map.of(
                                        "trial",
                                        Map.of("count", 7, "unit", "DAY"),
                                        "trialEndPolicy",
                                        policy)))
                .executeAndVerify();
    }

    private UUID expired() {
        var trial = tried("EXPIRE");
        expire.accept(trial);
        return trial;
    }

    private UUID cancelled() {
        var id = running();
        act(
                "cancelSubscription",
                Map.of("id", id, "when", "NOW"),
                "... on SubscriptionCancelled { subscription { id } }",
                "subscription.id");
        return id;
    }

    private UUID paused() {
        var id = running();
        act(
                "pauseSubscription",
                Map.of("id", id, "when", "NOW"),
                "... on PauseSet { subscription { id } }",
                "subscription.id");
        return id;
    }

    private Asked creditInvoice() {
        var invoice = invoice();
        var line =
                clerk.document("query($id: ID!) { invoice(id: $id) { lines { id } } }")
                        .variable("id", invoice)
                        .execute()
                        .path("invoice.lines[0].id")
                        .entity(String.class)
                        .get();
        return Asked.reasoned(
                Map.of(
                        "invoiceId",
                        invoice,
                        "lines",
                        List.of(Map.of("lineId", line, "amount", Shop.money("USD", "4.00")))));
    }

    private Asked mailStatement() {
        var input = new HashMap<String, Object>(stretch());
        input.put("customerId", shop.customer());
        input.put("recipients", List.of(TO));
        return Asked.changed(input, "from", "2029-02-01");
    }

    private Map<String, Object> stretch() {
        var today =
                clerk.document("{ clock { today } }")
                        .execute()
                        .path("clock.today")
                        .entity(String.class)
                        .get();
        return Map.of("currency", "USD", "from", "2029-01-01", "to", today);
    }

    /** A posted one over 10.00. */
    private UUID invoice() {
        return act(
                "postInvoiceDraft",
                Map.of("id", draft(), "version", 1, "mail", false),
                "... on InvoiceDraftPosted { invoice { id } }",
                "invoice.id");
    }

    private UUID draft() {
        return act(
                "createInvoiceDraft",
                Map.of("entry", entry("10")),
                "... on InvoiceDraftSaved { draft { id } }",
                "draft.id");
    }

    private Map<String, Object> entry(String price) {
        return Map.of(
                "customerId", shop.customer(),
                "currency", "USD",
                "lines", List.of(Map.of("description", "Work", "unitPrice", price)));
    }

    private UUID act(String mutation, Map<String, ?> facts, String answer, String id) {
        var input = new HashMap<String, Object>(facts);
        input.put("idempotencyKey", Ids.next().toString());
        var type = Character.toUpperCase(mutation.charAt(0)) + mutation.substring(1) + "Input";
        return UUID.fromString(
                clerk.document(
                                "mutation($i: %s!) { %s(input: $i) { __typename %s } }"
                                        .formatted(type, mutation, answer))
                        .variable("i", input)
                        .execute()
                        .path(mutation + "." + id)
                        .entity(String.class)
                        .get());
    }
}
