package dev.quittance.contracting;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.collection.DueChargeRun;
import dev.quittance.collection.Till;
import dev.quittance.methods.Wallet;
import dev.quittance.payments.BankPage;
import dev.quittance.payments.Books;
import dev.quittance.payments.Recovery;
import dev.quittance.payments.StumblingGateway;
import dev.quittance.payments.StumblingGateway.Step;
import dev.quittance.platform.Caller;
import dev.quittance.platform.Ids;
import dev.quittance.testing.IntegrationTest;
import dev.quittance.testing.Shop;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ParameterizedTypeReference;

/** What contacts do that costs money by card: the money comes first, then the act. */
class ActChargeTests extends IntegrationTest {
    private static final ParameterizedTypeReference<Map<String, Object>> FACTS =
            new ParameterizedTypeReference<>() {};

    @Autowired Books books;
    @Autowired Recovery recovery;
    @Autowired DueChargeRun dueCharges;

    private Shop shop;
    private Lives staff;
    private Papers papers;
    private Wallet wallet;
    private UUID customer;
    private Caller connie = Caller.ANONYMOUS;
    private UUID plan;

    @BeforeEach
    void aTrialOfAFortnight() {
        shop = new Shop(asOwner());
        staff = new Lives(asOwner());
        papers = new Papers(db);
        plan = shop.plan(shop.product(), "MONTH", false, "USD", "31", null);
        staff.terms(
                plan,
                Map.of("trial", Map.of("count", 14, "unit", "DAY"), "trialEndPolicy", "EXPIRE"));
        customer = shop.customer();
        connie = contact(customer);
        wallet = new Wallet(asOwner(), customer);
        for (var leave :
                List.of("ACTIVATE_TRIAL", "EDIT", "PAUSE", "RESUME", "CANCEL_NOW", "REACTIVATE")) {
            set(leave, Map.of("flag", true));
        }
        set("CHANGE_TIME", Map.of("choice", "NOW"));
    }

    @AfterEach
    void theBooksAgree() {
        StumblingGateway.at();
        books.mustAgree();
    }

    @Test
    @Tag("T4")
    void whatIsPaidIsDoneAndBilled() {
        var id = tried("card_success");
        var answer = activate(id, key());

        assertThat(answer.get("__typename")).isEqualTo("SubscriptionActivated");
        assertThat(Till.at(answer, "invoice.status")).isEqualTo("PAID");
        assertThat(Till.at(answer, "invoice.total.amount")).isEqualTo("31.00");
        assertThat(status(id)).isEqualTo("LIVE");
        assertThat(charged()).isEqualTo(3100);
        run();
        assertThat(charged()).isEqualTo(3100);
        assertThat(papers.invoices(customer)).containsExactly("31.00");
        assertThat(who()).isEqualTo(1);
    }

    @Test
    @Tag("T4")
    void whatIsDeclinedLeavesEverythingAsItWasAndAnotherCardCanBeTriedAtOnce() {
        var id = tried("card_decline_insufficient_funds");
        var answer = activate(id, key());

        assertThat(answer.get("__typename")).isEqualTo("ActDeclined");
        assertThat(answer.get("message")).asString().contains("not enough money");
        assertThat(answer.get("retryable")).isEqualTo(true);
        assertThat(status(id)).isEqualTo("TRIAL");
        assertThat(papers.invoices(customer)).isEmpty();
        assertThat(staff.history(id)).doesNotContain("trial activated");

        wallet.choose(id, wallet.kept("card_success"));
        assertThat(activate(id, key()).get("__typename")).isEqualTo("SubscriptionActivated");
        run();
        assertThat(status(id)).isEqualTo("LIVE");
        assertThat(charged()).isEqualTo(3100);
    }

    @Test
    @Tag("T23")
    void aResumptionIsPaidFirst() {
        var id = tried("card_success");
        activate(id, key());
        clock.moveTo(clock.today().plusDays(27));
        staff.pause(id, "NOW");
        var credit = books.credit(customer);
        assertThat(credit).isBetween(100L, 400L);
        clock.moveTo(clock.today().plusDays(8));
        wallet.choose(id, wallet.kept("card_decline_insufficient_funds"));

        assertThat(resume(id).get("__typename")).isEqualTo("ActDeclined");
        assertThat(status(id)).isEqualTo("PAUSED");
        assertThat(papers.invoices(customer)).containsExactly("31.00");
        wallet.choose(id, wallet.kept("card_success"));
        var resumed = resume(id);
        assertThat(resumed.get("__typename")).isEqualTo("ResumptionSet");
        assertThat(Till.at(resumed, "invoice.status")).isEqualTo("PAID");
        assertThat(status(id)).isEqualTo("LIVE");
        var total =
                new BigDecimal(String.valueOf(Till.at(resumed, "invoice.total.amount")))
                        .movePointRight(2)
                        .longValueExact();
        assertThat(charged()).isEqualTo(3100 + total - credit);
        assertThat(books.credit(customer)).isZero();
        run();
        assertThat(charged()).isEqualTo(3100 + total - credit);
    }

    @Test
    @Tag("T25")
    @Tag("T28")
    void changesAndReactivationsArePaidFirst() {
        var id = tried("card_success");
        activate(id, key());
        wallet.choose(id, wallet.kept("card_decline_insufficient_funds"));

        assertThat(change(id, 2).get("__typename")).isEqualTo("ActDeclined");
        assertThat(quantity(id)).isEqualTo(1);
        assertThat(papers.invoices(customer)).containsExactly("31.00");
        wallet.choose(id, wallet.kept("card_success"));
        assertThat(Till.at(change(id, 2), "invoice.status")).isEqualTo("PAID");
        assertThat(quantity(id)).isEqualTo(2);
        assertThat(charged()).isEqualTo(6200);

        new Acts(graphql(connie)).cancel(id, "NOW");
        assertThat(books.credit(customer)).isEqualTo(6200);
        // More than the account credit pays.
        var more = reactivate(id, 3);
        assertThat(more.get("__typename")).isEqualTo("SubscriptionReactivated");
        assertThat(Till.at(more, "invoice.status")).isEqualTo("PAID");
        assertThat(charged()).isEqualTo(9300);
        assertThat(books.credit(customer)).isZero();
        run();
        assertThat(charged()).isEqualTo(9300);
    }

    @Test
    @Tag("T4")
    void whatStaffDoIsPostedFirst() {
        var id = tried("card_decline_insufficient_funds");
        staff.activate(Map.of("id", id))
                .path("activateSubscription.invoice.status")
                .entity(String.class)
                .isEqualTo("OPEN");
        assertThat(status(id)).isEqualTo("LIVE");
    }

    @Test
    @Tag("T4")
    void whatTheBankWantsConfirmedIsDoneOnceItIs() throws InterruptedException {
        var id = tried("card_always_confirms");
        var key = key();
        var asked = clock.today();
        var waiting = activate(id, key);

        assertThat(waiting.get("__typename")).isEqualTo("ActNeedsConfirmation");
        assertThat(waiting.get("actionUrl")).isNotNull();
        assertThat(status(id)).isEqualTo("TRIAL");
        assertThat(fact(id, "actCharge.status")).isEqualTo("REQUIRES_ACTION");
        assertThat(activate(id, key())).containsEntry("__typename", "ActBeingCharged");
        assertThat(activate(id, key)).containsEntry("__typename", "ActNeedsConfirmation");
        assertThat(papers.invoices(customer)).isEmpty();

        // It holds from the day it was asked for, at the amounts that were shown.
        clock.moveTo(asked.plusDays(1));
        atTheBank("confirm");
        run();
        assertThat(status(id)).isEqualTo("LIVE");
        assertThat(fact(id, "currentPeriod.start")).isEqualTo(asked.toString());
        assertThat(fact(id, "actCharge")).isNull();
        assertThat(papers.invoices(customer)).containsExactly("31.00");
        assertThat(activate(id, key)).containsEntry("__typename", "SubscriptionActivated");
        assertThat(charged()).isEqualTo(3100);
    }

    @Test
    @Tag("T4")
    void whatIsNotConfirmedWithinTheDayIsDropped() {
        db.sql(
                        "insert into contact (id, customer_id, name, email, role) values (:id, :customer, 'Connie', 'connie@acts.example', 'BILLING')")
                .bind("id", connie.id())
                .bind("customer", customer)
                .then()
                .block();
        var id = tried("card_always_confirms");
        var key = key();
        activate(id, key);
        recovery.age(Duration.ofHours(24));
        run();

        assertThat(status(id)).isEqualTo("TRIAL");
        assertThat(fact(id, "actCharge")).isNull();
        assertThat(charged()).isZero();
        assertThat(unconfirmed()).isEqualTo(1);
        assertThat(activate(id, key)).containsEntry("__typename", "ActDeclined");
        assertThat(number("select count(*) from draft_charge where customer_id = '%s'"))
                .isEqualTo(1);
    }

    @Test
    @Tag("T4")
    @Tag("T6")
    void aTrialThatEndsMeanwhileWaitsForItsActivation() throws InterruptedException {
        var id = tried("card_always_confirms");
        var asked = clock.today();
        activate(id, key());
        clock.moveTo(asked.plusDays(14));
        run();
        assertThat(status(id)).isEqualTo("TRIAL");
        atTheBank("confirm");
        run();
        assertThat(status(id)).isEqualTo("LIVE");
        assertThat(fact(id, "currentPeriod.start")).isEqualTo(asked.toString());
        assertThat(charged()).isEqualTo(3100);
    }

    @Test
    @Tag("T4")
    void moneyForWhatMovedMeanwhileIsCredit() throws InterruptedException {
        var id = tried("card_always_confirms");
        var key = key();
        activate(id, key);
        wallet.autoCharge(id, false);
        staff.activate(Map.of("id", id));
        atTheBank("confirm");
        run();

        assertThat(activate(id, key)).containsEntry("__typename", "ActOvertaken");
        assertThat(papers.invoices(customer)).containsExactly("31.00");
        assertThat(books.credit(customer)).isEqualTo(3100);
    }

    @Test
    @Tag("T4")
    void whatCreditPaysIsNotCharged() {
        books.credit(customer, "USD", 5000);
        var id = tried("card_decline_insufficient_funds");
        assertThat(activate(id, key())).containsEntry("__typename", "SubscriptionActivated");
        run();
        assertThat(status(id)).isEqualTo("LIVE");
        assertThat(charged()).isZero();
    }

    @ParameterizedTest
    @EnumSource(
            value = Step.class,
            names = {"BEFORE_CREATE", "AFTER_CREATE", "BEFORE_CONFIRM", "AFTER_CONFIRM"})
    @Tag("T4")
    void whereverTheServerDiesItIsChargedAndDoneOnce(Step step) {
        var id = tried("card_success");
        var key = key();
        StumblingGateway.at(step);
        activate(id, key);
        assertThat(StumblingGateway.left()).isEmpty();
        run();
        run();

        assertThat(activate(id, key)).containsEntry("__typename", "SubscriptionActivated");
        assertThat(charged()).isEqualTo(3100);
        assertThat(papers.invoices(customer)).containsExactly("31.00");
        assertThat(books.credit(customer)).isZero();
    }

    @Test
    @Tag("T4")
    void twentyAtOnceWithOneKeyAreOneChargeAndOneAct() {
        var id = tried("card_success");
        var key = key();
        var answers =
                Stream.generate(() -> CompletableFuture.supplyAsync(() -> activate(id, key)))
                        .limit(20)
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .map(answer -> answer.get("__typename"))
                        .toList();
        assertThat(answers).hasSize(20).containsOnly("SubscriptionActivated");
        assertThat(charged()).isEqualTo(3100);
        assertThat(papers.invoices(customer)).containsExactly("31.00");
    }

    @Test
    @Tag("T25")
    void bySecondsItHoldsFromTheSecondThatWasShown() throws InterruptedException {
        staff.terms(plan, Map.of("proration", "BY_SECOND"));
        var id = tried("card_success");
        activate(id, key());
        wallet.choose(id, kept("card_always_confirms"));
        clock.moveTo(clock.today().plusDays(10));

        assertThat(change(id, 2)).containsEntry("__typename", "ActNeedsConfirmation");
        clock.afterTen(Duration.ofHours(5));
        atTheBank("confirm");
        run();
        clock.afterTen(Duration.ZERO);
        assertThat(quantity(id)).isEqualTo(2);
        assertThat(books.credit(customer)).isZero();
    }

    /** A trial of a customer who lets a card of their own be charged by itself. */
    private UUID tried(String card) {
        var id = shop.started(customer, plan);
        wallet.choose(id, kept(card));
        wallet.autoCharge(id, true);
        return id;
    }

    private UUID kept(String card) {
        var answer = wallet.add(card);
        if (answer.get("setupId") == null) {
            return Wallet.id(answer);
        }
        db.sql("update sandbox_method set state = 'READY' where state = 'REQUIRES_ACTION'")
                .then()
                .block();
        return Wallet.id(wallet.goOn(answer.get("setupId")));
    }

    private Map<String, Object> activate(UUID id, String key) {
        return act("activate", "SubscriptionActivated", Map.of("id", id, "idempotencyKey", key));
    }

    private Map<String, Object> resume(UUID id) {
        return act("resume", "ResumptionSet", Map.of("id", id, "idempotencyKey", key()));
    }

    private Map<String, Object> change(UUID id, int quantity) {
        return act(
                "change",
                "SubscriptionChanged",
                Map.of("id", id, "when", "NOW", "quantity", quantity, "idempotencyKey", key()));
    }

    private Map<String, Object> reactivate(UUID id, int quantity) {
        return act(
                "reactivate",
                "SubscriptionReactivated",
                Map.of("id", id, "quantity", quantity, "idempotencyKey", key()));
    }

    /** As the customer's contact. */
    private Map<String, Object> act(String verb, String done, Map<String, ?> input) {
        var mutation = verb + "Subscription";
        var type = Character.toUpperCase(mutation.charAt(0)) + mutation.substring(1);
        return graphql(connie)
                .document(
                        """
                        mutation($i: %sInput!) { %s(input: $i) { __typename
                          ... on %s { invoice { status total { amount } } }
                          ... on ActNeedsConfirmation { actionUrl payment { id } }
                          ... on ActDeclined { retryable }
                          ... on Problem { message } } }"""
                                .formatted(type, mutation, done))
                .variable("i", input)
                .execute()
                .path(mutation)
                .entity(FACTS)
                .get();
    }

    private static String key() {
        return Ids.next().toString();
    }

    /** What the workers of a running server would have done by now. */
    private void run() {
        dueCharges.begin();
        recovery.run();
        recovery.runOut();
        drain();
    }

    private void atTheBank(String answer) throws InterruptedException {
        new BankPage(http(), db).answer(customer, answer);
    }

    private void set(String name, Map<String, ?> value) {
        var preference = new HashMap<String, Object>(value);
        preference.put("name", name);
        asOwner()
                .document(
                        "mutation($i: SetPreferencesInput!) { setPreferences(input: $i) { __typename } }")
                .variable("i", Map.of("preferences", List.of(preference)))
                .execute()
                .path("setPreferences.__typename")
                .entity(String.class)
                .isEqualTo("PreferencesSet");
    }

    private @Nullable Object status(UUID id) {
        return fact(id, "status");
    }

    private @Nullable Object quantity(UUID id) {
        return fact(id, "items.0.quantity");
    }

    private @Nullable Object fact(UUID id, String path) {
        return Till.at(
                asOwner()
                        .document(
                                """
                                query($id: ID!) { subscription(id: $id) { status
                                  items { quantity } currentPeriod { start } actCharge { id status } } }""")
                        .variable("id", id)
                        .execute()
                        .path("subscription")
                        .entity(FACTS)
                        .get(),
                path);
    }

    /** What was taken from the customer's cards. */
    private long charged() {
        return number(
                "select coalesce(sum(amount_minor), 0)::bigint from payment where customer_id = '%s' and status = 'SUCCEEDED'");
    }

    /** How often the contact stands in the history of what was done. */
    private long who() {
        return number(
                "select count(*) from draft_charge where state = 'POSTED' and asked_by like '%%CONTACT%%' and customer_id = '%s'");
    }

    private String text(String sql) {
        return requireNonNull(
                db.sql(sql).bind("id", customer).mapValue(String.class).one().block());
    }

    /** How many mails told the customer that it stays as it was. */
    private long unconfirmed() {
        return number(
                "select count(*) from mail where customer_id = '%s' and recipients = '{connie@acts.example}'");
    }

    private long number(String sql) {
        return books.number(sql.formatted(customer));
    }
}
