package dev.quittance.contracting;

import static dev.quittance.testing.Shop.money;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.ledger.Ledger;
import dev.quittance.platform.Caller;
import dev.quittance.platform.Ids;
import dev.quittance.platform.Permission;
import dev.quittance.testing.IntegrationTest;
import dev.quittance.testing.Shop;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.execution.ErrorType;
import org.springframework.graphql.test.tester.GraphQlTester;

class StartIntegrationTests extends IntegrationTest {
    @Autowired Ledger ledger;

    Shop shop;
    Acts clerk;
    UUID customer;
    UUID gold;

    @BeforeAll
    void openTheShop() {
        shop = new Shop(asOwner());
        clerk = new Acts(asOwner());
        customer = shop.customer();
        gold = shop.monthly("USD", "31");
    }

    @Test
    @Tag("T3")
    void aStartPostsItsFirstInvoiceAtOnce() {
        var taxed = shop.product(shop.taxed("10"));
        var plan = shop.plan(taxed, "MONTH", false, "USD", "20", "5");
        var addon = shop.addon("USD", "3.50");

        var answer =
                clerk.start(
                        Map.of(
                                "customerId",
                                customer,
                                "planId",
                                plan,
                                "quantity",
                                2,
                                "addons",
                                List.of(Map.of("addonId", addon, "quantity", 3)),
                                "minimumTermMonths",
                                12));

        is(answer, "startSubscription.subscription.status", "LIVE");
        is(answer, "startSubscription.subscription.startedOn", "2030-01-01");
        is(answer, "startSubscription.subscription.currentPeriod.end", "2030-01-31");
        is(answer, "startSubscription.subscription.nextInvoiceOn", "2030-02-01");
        is(answer, "startSubscription.subscription.minimumTermEndsOn", "2031-01-01");
        is(answer, "startSubscription.subscription.recurringTotal.amount", "50.50");
        // 40.00 + 10.50 + 5.00, and 10 % on 45.00: the addon's product is not taxed.
        is(answer, "startSubscription.invoice.total.amount", "60.00");
        is(answer, "startSubscription.invoice.status", "OPEN");
        answer.path("startSubscription.invoice.lines[*].net.amount")
                .entityList(String.class)
                .containsExactly("40.00", "10.50", "5.00");
        answer.path("startSubscription.invoice.lines[0].explanation")
                .entityList(String.class)
                .contains("2 × USD 20.00 per month, list price", "31 of 31 days");
        assertThat(ledger.check().collectList().block()).isEmpty();
    }

    @Test
    void theCustomersOwnPriceIsBilledAndExplained() {
        var answer =
                clerk.start(
                        Map.of(
                                "customerId",
                                customer,
                                "planId",
                                gold,
                                "quantity",
                                12,
                                "ownPrice",
                                money("USD", "4.50")));

        is(answer, "startSubscription.invoice.total.amount", "54.00");
        answer.path("startSubscription.invoice.lines[0].explanation")
                .entityList(String.class)
                .contains("12 × USD 4.50 per month, your own price", "31 of 31 days");
    }

    @Test
    @Tag("T1")
    void aStartAheadIsFutureUntilItsDayAndBillsNothing() {
        var input =
                Map.<String, Object>of(
                        "customerId", customer, "planId", gold, "startOn", "2030-01-20");

        var preview = clerk.previewStart(input);
        is(preview, "previewStartSubscription.actsOn", "2030-01-20");
        is(preview, "previewStartSubscription.total.amount", "31.00");
        is(preview, "previewStartSubscription.nextInvoiceOn", "2030-02-20");

        var answer = clerk.start(input);
        is(answer, "startSubscription.subscription.status", "FUTURE");
        is(answer, "startSubscription.subscription.nextInvoiceOn", "2030-01-20");
        answer.path("startSubscription.subscription.currentPeriod").valueIsNull();
        answer.path("startSubscription.invoice").valueIsNull();
    }

    @Test
    void aStartInThePastIsBilledFromThePresentPeriodOn() {
        var answer =
                clerk.start(
                        Map.of(
                                "customerId", customer,
                                "planId", gold,
                                "startOn", "2029-08-31"));

        is(answer, "startSubscription.subscription.status", "LIVE");
        is(answer, "startSubscription.subscription.anchorOn", "2029-08-31");
        is(answer, "startSubscription.subscription.currentPeriod.start", "2029-12-31");
        is(answer, "startSubscription.subscription.nextInvoiceOn", "2030-01-31");
        is(answer, "startSubscription.invoice.lines[0].period.end", "2030-01-30");
        is(answer, "startSubscription.invoice.issuedOn", "2030-01-01");
    }

    @Test
    @Tag("L10")
    void aFreeCustomerGetsNoInvoice() {
        var free = shop.customer(Map.of("paymentKind", "FREE"));

        var answer = clerk.start(Map.of("customerId", free, "planId", gold));

        answer.path("startSubscription.invoice").valueIsNull();
        is(answer, "startSubscription.subscription.nextInvoiceOn", "2030-02-01");
    }

    @Test
    @Tag("L17")
    void beforeTheCustomersFirstDayNothingIsBilled() {
        var later = shop.customer(Map.of("startsOn", "2030-02-15"));

        var preview = clerk.previewStart(Map.of("customerId", later, "planId", gold));
        is(preview, "previewStartSubscription.lines[0].period.start", "2030-02-15");
        // 14 of February's 28 days.
        is(preview, "previewStartSubscription.total.amount", "15.50");

        var answer = clerk.start(Map.of("customerId", later, "planId", gold));
        is(answer, "startSubscription.subscription.status", "LIVE");
        answer.path("startSubscription.invoice").valueIsNull();
    }

    @Test
    void aTotalOfNothingIsPostedAndPaid() {
        var answer =
                clerk.start(
                        Map.of(
                                "customerId", customer,
                                "planId", gold,
                                "ownPrice", money("USD", "0")));

        is(answer, "startSubscription.invoice.status", "PAID");
        is(answer, "startSubscription.invoice.lines[0].net.amount", "0.00");
    }

    @Test
    void whatWasShownIsWhatIsCharged() {
        var input = Map.<String, Object>of("customerId", customer, "planId", gold, "quantity", 2);
        var preview = clerk.previewStart(input);
        is(preview, "previewStartSubscription.total.amount", "62.00");
        is(preview, "previewStartSubscription.nextInvoiceTotal.amount", "62.00");
        var token = text(preview, "previewStartSubscription.token");

        var other = clerk.start(Acts.with(Acts.with(input, "quantity", 3), "quoteToken", token));
        is(other, "startSubscription.__typename", "QuoteStale");
        is(other, "startSubscription.quote.total.amount", "93.00");

        var fresh = text(other, "startSubscription.quote.token");
        var again = clerk.start(Acts.with(Acts.with(input, "quantity", 3), "quoteToken", fresh));
        is(again, "startSubscription.__typename", "SubscriptionStarted");
        is(again, "startSubscription.invoice.total.amount", "93.00");

        var told = clerk.start(Acts.with(input, "quoteToken", token));
        is(told, "startSubscription.invoice.total.amount", "62.00");
    }

    @ParameterizedTest
    @CsvSource({"''", "nonsense", "1.AAAA", "9999999999999.AAAA", "-"})
    void aTokenThatIsNotOursIsStale(String token) {
        var answer =
                clerk.start(Map.of("customerId", customer, "planId", gold, "quoteToken", token));

        is(answer, "startSubscription.__typename", "QuoteStale");
    }

    @Test
    void thePriceMovedBetweenPreviewAndAct() {
        var plan = shop.monthly("USD", "10");
        var input = Map.<String, Object>of("customerId", customer, "planId", plan);
        var token = text(clerk.previewStart(input), "previewStartSubscription.token");
        asOwner()
                .document("mutation($i: UpdatePlanInput!) { updatePlan(input: $i) { __typename } }")
                .variable(
                        "i",
                        Map.of("id", plan, "prices", List.of(Map.of("price", money("USD", "11")))))
                .executeAndVerify();

        var answer = clerk.start(Acts.with(input, "quoteToken", token));

        is(answer, "startSubscription.__typename", "QuoteStale");
        is(answer, "startSubscription.quote.total.amount", "11.00");
    }

    @Test
    void twiceAndTwentyTimesAtOnceWithOneKeyIsOneSubscription() throws Exception {
        var payer = shop.customer();
        var input = Acts.keyed(Map.of("customerId", payer, "planId", gold));
        var staff = staff(Permission.values());

        List<String> ids;
        try (var pool = Executors.newFixedThreadPool(20)) {
            var calls =
                    Stream.<Callable<String>>generate(
                                    () ->
                                            () ->
                                                    text(
                                                            new Acts(graphql(staff)).start(input),
                                                            "startSubscription.subscription.id"))
                            .limit(20)
                            .toList();
            ids =
                    pool.invokeAll(calls).stream()
                            .map(
                                    call -> {
                                        try {
                                            return call.get();
                                        } catch (Exception e) {
                                            throw new IllegalStateException(e);
                                        }
                                    })
                            .toList();
        }
        var again = new Acts(graphql(staff)).start(input);

        assertThat(Set.copyOf(ids))
                .containsExactly(text(again, "startSubscription.subscription.id"));
        assertThat(count("subscription", payer)).isEqualTo(1);
        assertThat(count("invoice", payer)).isEqualTo(1);
        is(
                new Acts(graphql(staff)).start(Acts.with(input, "quantity", 2)),
                "startSubscription.__typename",
                "KeyReused");
    }

    @Test
    void manyStartsAtOnceForOneCustomerAllCount() {
        var payer = shop.customer();
        try (var pool = Executors.newFixedThreadPool(8)) {
            for (var i = 0; i < 16; i++) {
                pool.submit(() -> clerk.start(Map.of("customerId", payer, "planId", gold)));
            }
        }
        assertThat(count("subscription", payer)).isEqualTo(16);
        assertThat(count("invoice", payer)).isEqualTo(16);
        assertThat(ledger.balances(List.of(payer)).blockLast())
                .extracting(balance -> balance.receivable().toString())
                .isEqualTo("USD 496.00");
        assertThat(ledger.check().collectList().block()).isEmpty();
    }

    @Test
    void everyFaultOfTheInputIsToldAtOnce() {
        var answer =
                clerk.start(
                        Map.of(
                                "customerId",
                                customer,
                                "planId",
                                Ids.next(),
                                "quantity",
                                1,
                                "addons",
                                List.of(Map.of("addonId", Ids.next(), "quantity", 0)),
                                "startOn",
                                "2099-01-01",
                                "minimumTermMonths",
                                0));

        is(answer, "startSubscription.__typename", "InvalidInput");
        answer.path("startSubscription.fields[*].path")
                .entityList(String.class)
                .containsExactly("planId", "addons[0].addonId", "minimumTermMonths", "startOn");
        assertThat(count("subscription", customer)).isEqualTo(count("subscription", customer));
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    quantity,          0,                                         quantity
                    quantity,          -1,                                        quantity
                    quantity,          2000000000,                                quantity
                    currency,          EUR,                                       planId
                    minimumTermMonths, 601,                                       minimumTermMonths
                    startOn,           2040-01-02,                                startOn
                    """)
    void aFieldThatIsWrongIsNamed(String field, String value, String path) {
        Object typed = value.matches("-?\\d+") ? (Object) Integer.valueOf(value) : value;
        var answer =
                clerk.start(
                        Acts.with(Map.of("customerId", customer, "planId", gold), field, typed));

        is(answer, "startSubscription.__typename", "InvalidInput");
        answer.path("startSubscription.fields[*].path")
                .entityList(String.class)
                .containsExactly(path);
    }

    @ParameterizedTest
    @CsvSource({
        "EUR,4,ownPrice.currency",
        "USD,-1,ownPrice.amount",
        "USD,1.005,ownPrice.amount",
        "USD,100000000000.01,ownPrice.amount"
    })
    void anOwnPriceThatIsWrongIsNamed(String currency, String amount, String path) {
        var answer =
                clerk.start(
                        Map.of(
                                "customerId", customer,
                                "planId", gold,
                                "ownPrice", money(currency, amount)));

        answer.path("startSubscription.fields[*].path").entityList(String.class).contains(path);
    }

    @Test
    void anArchivedPlanIsNotSold() {
        var plan = shop.monthly("USD", "10");
        asOwner()
                .document(
                        "mutation($i: SetPlanArchivedInput!) { setPlanArchived(input: $i) {"
                                + " __typename } }")
                .variable("i", Map.of("id", plan, "archived", true))
                .executeAndVerify();

        var answer = clerk.start(Map.of("customerId", customer, "planId", plan));

        is(answer, "startSubscription.fields[0].path", "planId");
        assertThat(text(answer, "startSubscription.message")).contains("is archived");
    }

    @Test
    void aMissingTaxRateIsToldBeforeAnythingIsDone() {
        var category =
                UUID.fromString(
                        asOwner()
                                .document(
                                        "mutation($i: CreateTaxCategoryInput!) {"
                                                + " createTaxCategory(input: $i) { ... on"
                                                + " TaxCategoryCreated { taxCategory { id } } } }")
                                .variable("i", Map.of("name", Shop.name("Untaxed yet")))
                                .execute()
                                .path("createTaxCategory.taxCategory.id")
                                .entity(String.class)
                                .get());
        var plan = shop.plan(shop.product(category), "MONTH", false, "USD", "10", null);
        var payer = shop.customer();

        var answer = clerk.start(Map.of("customerId", payer, "planId", plan));

        is(answer, "startSubscription.__typename", "InvalidInput");
        assertThat(text(answer, "startSubscription.message")).contains("No tax rate");
        assertThat(count("subscription", payer)).isZero();
    }

    @Test
    void nobodyElseMayStartOne() {
        var input = Map.<String, Object>of("customerId", customer, "planId", gold);
        refused(new Acts(anonymous()).start(input), ErrorType.UNAUTHORIZED);
        refused(new Acts(asContact(customer)).start(input), ErrorType.FORBIDDEN);
        refused(
                new Acts(asStaff(Permission.SUBSCRIPTION_READ, Permission.CUSTOMER_WRITE))
                        .start(input),
                ErrorType.FORBIDDEN);
        refused(new Acts(anonymous()).previewStart(input), ErrorType.UNAUTHORIZED);
        refused(new Acts(asContact(customer)).previewStart(input), ErrorType.FORBIDDEN);
        refused(
                new Acts(asStaff(Permission.SUBSCRIPTION_READ)).previewStart(input),
                ErrorType.FORBIDDEN);
        refused(clerk.start(Acts.with(input, "customerId", Ids.next())), ErrorType.NOT_FOUND);
        refused(
                clerk.previewStart(Acts.with(input, "customerId", Ids.next())),
                ErrorType.NOT_FOUND);
        refused(clerk.start(Acts.with(input, "customerId", "x")), ErrorType.BAD_REQUEST);
    }

    @Test
    void aProgramOfOneCustomerActsForNoOther() {
        var program =
                new Caller(
                        Caller.Kind.CLIENT,
                        Ids.next(),
                        "Shop",
                        Set.of(Permission.SUBSCRIPTION_WRITE),
                        shop.customer(),
                        null);
        var input = Map.<String, Object>of("customerId", customer, "planId", gold);

        refused(new Acts(graphql(program)).start(input), ErrorType.NOT_FOUND);
        refused(new Acts(graphql(program)).previewStart(input), ErrorType.NOT_FOUND);
    }

    @Test
    void theHistoryTellsWhoStartedIt() {
        var id = shop.started(customer, gold);

        var answer =
                asOwner()
                        .document(
                                "query($id: ID!) { subscription(id: $id) { history { edges { node {"
                                        + " actor what changes { fact before after } } } } } }")
                        .variable("id", id)
                        .execute();

        is(answer, "subscription.history.edges[0].node.actor", "Sam Staff");
        is(answer, "subscription.history.edges[0].node.what", "subscription started");
        answer.path("subscription.history.edges[0].node.changes[*].fact")
                .entityList(String.class)
                .contains("number", "status", "startedOn", "nextInvoiceOn");
    }

    private long count(String table, UUID payer) {
        return db.sql("select count(*) from %s where customer_id = :id".formatted(table))
                .bind("id", payer)
                .mapValue(Long.class)
                .one()
                .blockOptional()
                .orElseThrow();
    }

    static void refused(GraphQlTester.Response answer, ErrorType type) {
        answer.errors()
                .satisfy(
                        errors ->
                                assertThat(errors)
                                        .singleElement()
                                        .satisfies(
                                                error ->
                                                        assertThat(error.getErrorType())
                                                                .isEqualTo(type)));
    }

    static void is(GraphQlTester.Response answer, String path, String value) {
        answer.path(path).entity(String.class).isEqualTo(value);
    }

    static String text(GraphQlTester.Response answer, String path) {
        return answer.path(path).entity(String.class).get();
    }
}
