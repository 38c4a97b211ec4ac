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
import dev.quittance.testing.IntegrationTest;
import dev.quittance.testing.Shop;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ParameterizedTypeReference;

/** Trials that end charged by themselves: the money comes first, then the invoice. */
class TrialChargeTests extends IntegrationTest {
    private static final ParameterizedTypeReference<Map<String, Object>> FACTS =
            new ParameterizedTypeReference<>() {};

    @Autowired Books books;
    @Autowired Recovery recovery;
    @Autowired DueChargeRun dueCharges;

    private Shop shop;
    private Lives lives;
    private Acts acts;
    private Papers papers;
    private Wallet wallet;
    private UUID customer;
    private UUID plan;

    @BeforeEach
    void aTrialOfAFortnight() {
        shop = new Shop(asOwner());
        lives = new Lives(asOwner());
        acts = new Acts(asOwner());
        papers = new Papers(db);
        plan = shop.plan(shop.product(), "MONTH", false, "USD", "31", "7");
        // Whatever the plan says of trials that nothing is charged for.
        lives.terms(
                plan,
                Map.of("trial", Map.of("count", 14, "unit", "DAY"), "trialEndPolicy", "CANCEL"));
        customer = shop.customer(Map.of("email", "tried@example.com"));
        wallet = new Wallet(asOwner(), customer);
    }

    @AfterEach
    void theBooksAgree() {
        StumblingGateway.at();
        books.mustAgree();
    }

    @Test
    @Tag("T5")
    void whatIsPaidIsBilledAndLive() {
        var id = tried("card_success");
        var ends = clock.today().plusDays(14);
        assertThat(upcoming(id)).isEqualTo("38.00");
        trialIsOver();

        assertThat(fact(id, "status")).isEqualTo("LIVE");
        assertThat(fact(id, "currentPeriod.start")).isEqualTo(ends.toString());
        assertThat(lives.history(id))
                .startsWith(
                        "subscription started after its trial", "charge of the first period begun");
        assertThat(papers.invoices(customer)).containsExactly("38.00");
        assertThat(invoice("status")).isEqualTo("PAID");
        assertThat(invoice("dueCharge.state")).isEqualTo("PAID");
        assertThat(charged()).isEqualTo(3800);
        assertThat(receipted()).isEqualTo(3800);

        run();
        clock.runDueWork();
        run();
        assertThat(charged()).isEqualTo(3800);
        clock.moveTo(ends.plusMonths(1));
        run();
        assertThat(charged()).isEqualTo(3800 + 3100);
        assertThat(papers.invoices(customer)).containsExactly("38.00", "31.00");
    }

    @Test
    @Tag("T6")
    @Tag("T8")
    @Tag("P25")
    void whatIsDeclinedExpiresAndCanBeExtended() {
        var id = tried("card_decline_insufficient_funds");
        var ends = clock.today().plusDays(14);
        trialIsOver();

        assertThat(fact(id, "status")).isEqualTo("TRIAL_EXPIRED");
        assertThat(fact(id, "endedOn")).isEqualTo(ends.toString());
        assertThat(lives.history(id))
                .startsWith("trial expired", "charge of the first period begun");
        assertThat(possible(id)).contains("EXTEND_TRIAL", "REACTIVATE");
        assertThat(papers.invoices(customer)).isEmpty();
        assertThat(dropped()).contains("There is not enough money");
        assertThat(mailed()).endsWith("has expired");

        clock.moveTo(clock.today().plusDays(3));
        lives.extend(id);
        assertThat(fact(id, "status")).isEqualTo("TRIAL");
        wallet.choose(id, wallet.kept("card_success"));
        trialIsOver();
        assertThat(fact(id, "status")).isEqualTo("LIVE");
        assertThat(papers.invoices(customer)).containsExactly("38.00");
        assertThat(charged()).isEqualTo(3800);
    }

    @Test
    @Tag("T6")
    void whileTheBankWaitsForThePayerItIsTried() {
        var id = tried("card_always_confirms");
        trialIsOver();
        clock.moveTo(clock.today().plusDays(1));
        run();

        assertThat(fact(id, "status")).isEqualTo("TRIAL");
        assertThat(fact(id, "trialCharge.status")).isEqualTo("REQUIRES_ACTION");
        assertThat(possible(id)).containsExactly("CANCEL");
        assertThat(mailed()).startsWith("Please confirm your payment");
        lives.activate(Map.of("id", id))
                .path("activateSubscription.__typename")
                .entity(String.class)
                .isEqualTo("ActNotPossible");
        assertThat(papers.invoices(customer)).isEmpty();

        recovery.age(Duration.ofHours(22));
        run();
        assertThat(fact(id, "status")).isEqualTo("TRIAL");
        recovery.age(Duration.ofHours(2));
        run();
        assertThat(fact(id, "status")).isEqualTo("TRIAL_EXPIRED");
        assertThat(fact(id, "trialCharge")).isNull();
        assertThat(charged()).isZero();
        assertThat(papers.invoices(customer)).isEmpty();
    }

    @Test
    @Tag("T5")
    void whatThePayerConfirmsIsBilledFromTheEndOfTheTrialOn() throws InterruptedException {
        var id = tried("card_always_confirms");
        var ends = clock.today().plusDays(14);
        trialIsOver();
        clock.moveTo(clock.today().plusDays(1));
        run();
        atTheBank("confirm");
        run();

        assertThat(fact(id, "status")).isEqualTo("LIVE");
        assertThat(fact(id, "currentPeriod.start")).isEqualTo(ends.toString());
        assertThat(papers.invoices(customer)).containsExactly("38.00");
        assertThat(invoice("status")).isEqualTo("PAID");
        assertThat(charged()).isEqualTo(3800);
    }

    @Test
    @Tag("T5")
    @Tag("T9")
    void whoIsCancelledMeanwhileIsNotBilledAndKeepsTheMoney() throws InterruptedException {
        var id = tried("card_always_confirms");
        trialIsOver();
        acts.cancel(id, "TERM_END");
        assertThat(fact(id, "status")).isEqualTo("CANCELLED");
        atTheBank("confirm");
        run();

        assertThat(fact(id, "status")).isEqualTo("CANCELLED");
        assertThat(papers.invoices(customer)).isEmpty();
        assertThat(books.credit(customer)).isEqualTo(3800);
        assertThat(dropped()).contains("had ended by then");
    }

    @Test
    @Tag("T6")
    @Tag("T9")
    void whoIsCancelledMeanwhileStaysSoWhenTheChargeFails() {
        var id = tried("card_always_confirms");
        trialIsOver();
        acts.cancel(id, "NOW");
        recovery.age(Duration.ofHours(24));
        run();

        assertThat(fact(id, "status")).isEqualTo("CANCELLED");
        assertThat(papers.invoices(customer)).isEmpty();
        assertThat(charged()).isZero();
    }

    @Test
    @Tag("T7")
    @Tag("T30")
    void whoIsDisabledOrPaysByHandEndsAsThePlanSays() {
        var byHand = tried("card_success");
        wallet.autoCharge(byHand, false);
        trialIsOver();
        assertThat(fact(byHand, "status")).isEqualTo("CANCELLED");

        var disabled = tried("card_success");
        assertThat(upcoming(disabled)).isEqualTo("38.00");
        disable();
        assertThat(upcoming(disabled)).isNull();
        trialIsOver();
        assertThat(fact(disabled, "status")).isEqualTo("CANCELLED");
        assertThat(charged()).isZero();
        assertThat(papers.invoices(customer)).isEmpty();
    }

    @Test
    @Tag("T6")
    @Tag("T30")
    void whoIsDisabledWhileTheBankRefusesIsNotAskedAgain() {
        var id = tried("card_always_confirms");
        // The bank is not reached before.
        StumblingGateway.at(Step.BEFORE_CREATE);
        clock.moveTo(clock.today().plusDays(14));
        disable();
        run();

        assertThat(fact(id, "status")).isEqualTo("TRIAL_EXPIRED");
        assertThat(number("select count(*) from payment where customer_id = '%s'")).isEqualTo(1);
    }

    @Test
    @Tag("T5")
    void accountCreditIsSpentFirst() {
        books.credit(customer, "USD", 1000);
        var partly = tried("card_success");
        trialIsOver();
        assertThat(fact(partly, "status")).isEqualTo("LIVE");
        assertThat(charged()).isEqualTo(2800);
        assertThat(invoice("status")).isEqualTo("PAID");
        assertThat(books.credit(customer)).isZero();
    }

    @Test
    @Tag("T5")
    void whatCreditPaysIsNotCharged() {
        books.credit(customer, "USD", 5000);
        var id = tried("card_decline_insufficient_funds");
        trialIsOver();

        assertThat(fact(id, "status")).isEqualTo("LIVE");
        assertThat(papers.invoices(customer)).containsExactly("38.00");
        assertThat(charged()).isZero();
    }

    @ParameterizedTest
    @EnumSource(
            value = Step.class,
            names = {"BEFORE_CREATE", "AFTER_CREATE", "BEFORE_CONFIRM", "AFTER_CONFIRM"})
    @Tag("T5")
    void whereverTheServerDiesItIsChargedAndBilledOnce(Step step) {
        var id = tried("card_success");
        StumblingGateway.at(step);
        trialIsOver();
        assertThat(StumblingGateway.left()).isEmpty();
        recovery.run();
        run();

        assertThat(fact(id, "status")).isEqualTo("LIVE");
        assertThat(charged()).isEqualTo(3800);
        assertThat(papers.invoices(customer)).containsExactly("38.00");
        assertThat(books.credit(customer)).isZero();
    }

    @Test
    @Tag("T5")
    void whatCantBeBilledParksTheCustomerAndIsChargedOnceItCan() {
        var id = tried("card_success");
        billable(false);
        trialIsOver();
        assertThat(fact(id, "status")).isEqualTo("TRIAL");
        assertThat(parked()).isEqualTo(1);
        assertThat(charged()).isZero();

        billable(true);
        unpark();
        clock.moveTo(clock.today().plusDays(1));
        run();
        assertThat(fact(id, "status")).isEqualTo("LIVE");
        assertThat(charged()).isEqualTo(3800);
        assertThat(papers.invoices(customer)).containsExactly("38.00");
    }

    @Test
    @Tag("T5")
    void moneyForWhatCantBeBilledAnyMoreIsKept() throws InterruptedException {
        var id = tried("card_always_confirms");
        trialIsOver();
        billable(false);
        atTheBank("confirm");
        run();

        assertThat(fact(id, "status")).isEqualTo("LIVE");
        assertThat(papers.invoices(customer)).isEmpty();
        assertThat(books.credit(customer)).isEqualTo(3800);
        clock.moveTo(clock.today().plusDays(1));
        assertThat(parked()).isEqualTo(1);

        billable(true);
        unpark();
        clock.moveTo(clock.today().plusDays(1));
        run();
        assertThat(papers.invoices(customer)).containsExactly("38.00");
        assertThat(charged()).isEqualTo(3800);
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

    private void trialIsOver() {
        clock.moveTo(clock.today().plusDays(14));
        run();
    }

    /** What the workers of a running server would have done by now. */
    private void run() {
        // A bank that wants the payer is asked once more.
        for (var i = 0; i < 2; i++) {
            dueCharges.begin();
            recovery.run();
            recovery.runOut();
            drain();
        }
    }

    private void atTheBank(String answer) throws InterruptedException {
        new BankPage(http(), db).answer(customer, answer);
    }

    private void disable() {
        change("update customer set active = false where id = :id");
    }

    /** A customer without a billing group can't be billed. */
    private void billable(boolean now) {
        change("update billing_group set is_default = %s where customer_id = :id".formatted(now));
    }

    private void unpark() {
        asOwner()
                .document(
                        "mutation($id: ID!) { unparkCustomer(input: {customerId: $id}) { __typename } }")
                .variable("id", customer)
                .execute()
                .path("unparkCustomer.__typename")
                .entity(String.class)
                .isEqualTo("CustomerUnparked");
    }

    private long parked() {
        return number("select count(*) from parked_customer where customer_id = '%s'");
    }

    /** What was taken from the customer's cards. */
    private long charged() {
        return number(
                "select coalesce(sum(amount_minor), 0)::bigint from payment where customer_id = '%s' and status = 'SUCCEEDED'");
    }

    private long receipted() {
        return number(
                "select coalesce(sum(a.amount_minor), 0)::bigint from allocation a join payment p on p.id = a.payment_id"
                        + " where a.receipted and p.customer_id = '%s'");
    }

    /** Why the last draft was dropped. */
    private String dropped() {
        return text(
                "select reason from draft_charge where customer_id = :id and state = 'DROPPED' order by id desc limit 1");
    }

    private @Nullable Object fact(UUID id, String path) {
        return Till.at(
                asOwner()
                        .document(
                                """
                                query($id: ID!) { subscription(id: $id) { status endedOn possibleActs
                                  currentPeriod { start } trialCharge { id status } } }""")
                        .variable("id", id)
                        .execute()
                        .path("subscription")
                        .entity(FACTS)
                        .get(),
                path);
    }

    private List<String> possible(UUID id) {
        return ((List<?>) requireNonNull(fact(id, "possibleActs")))
                .stream().map(String::valueOf).toList();
    }

    /** What comes next of it; null when nothing does. */
    private @Nullable Object upcoming(UUID id) {
        return Till.at(
                asOwner()
                        .document(
                                "query($id: ID!) { upcomingInvoice(subscriptionId: $id) { total { amount } } }")
                        .variable("id", id)
                        .execute()
                        .path("$")
                        .entity(FACTS)
                        .get(),
                "data.upcomingInvoice.total.amount");
    }

    /** What the latest mail to the customer is about. */
    private String mailed() {
        return text("select subject from mail where customer_id = :id order by id desc limit 1");
    }

    /** A fact of the customer's latest invoice. */
    private @Nullable Object invoice(String path) {
        return Till.at(
                asOwner()
                        .document(
                                """
                                query($id: ID!) { customer(id: $id) { invoices(first: 1) { edges { node {
                                  status dueCharge { state } } } } } }""")
                        .variable("id", customer)
                        .execute()
                        .path("customer.invoices.edges[0].node")
                        .entity(FACTS)
                        .get(),
                path);
    }

    private void change(String sql) {
        db.sql(sql).bind("id", customer).then().block();
    }

    private String text(String sql) {
        return requireNonNull(
                db.sql(sql).bind("id", customer).mapValue(String.class).one().block());
    }

    private long number(String sql) {
        return books.number(sql.formatted(customer));
    }
}
