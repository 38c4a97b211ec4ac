package dev.quittance.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quittance.payments.ChargeCreation.Created;
import dev.quittance.payments.ChargeCreation.NotCreated;
import dev.quittance.payments.ChargeOutcome.ActionNeeded;
import dev.quittance.payments.ChargeOutcome.Declined;
import dev.quittance.payments.ChargeOutcome.Succeeded;
import dev.quittance.payments.ChargeOutcome.Underway;
import dev.quittance.payments.ChargeSource.EnteredCard;
import dev.quittance.payments.ChargeSource.KeptMethod;
import dev.quittance.payments.GatewayDispute.State;
import dev.quittance.payments.GatewayPayout.Kind;
import dev.quittance.payments.GatewayPayout.Part;
import dev.quittance.payments.RefundAnswer.NotRefunded;
import dev.quittance.payments.RefundAnswer.Refunded;
import dev.quittance.payments.RefundAnswer.Returning;
import dev.quittance.payments.SetupOutcome.ConfirmationNeeded;
import dev.quittance.payments.SetupOutcome.Remembered;
import dev.quittance.payments.SetupOutcome.SetupRefused;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** What every card processor must do alike. */
public interface GatewayContract {

    /** How a card behaves; each gateway has one of each. */
    enum Behaviour {
        PAYS,
        ASKS,
        ALWAYS_ASKS,
        INSUFFICIENT_FUNDS,
        STOLEN,
        EXPIRED,
        SETTLES_LATER,
        REFUND_LATER,
        REFUND_FAILS
    }

    PaymentGateway gateway();

    /** A customer who exists. */
    UUID customer();

    /** What the gateway's fields in the browser answer for such a card. */
    String token(Behaviour card);

    /** The payer answers the bank on the page that was shown. */
    void decide(String page, boolean confirmed);

    /** As much time passes as the money of a charge or of a refund needs. */
    void settle(String reference);

    /** Somebody refunds a part of a charge past us; the refund's reference. */
    String refundElsewhere(String charge, Money amount);

    /** The payer disputes a charge; the dispute's reference. */
    String dispute(String charge);

    void decideDispute(String dispute, boolean won);

    /** As much time passes as until the next payout. */
    void payOut();

    /** A day from which on all is told that these tests make. */
    LocalDate since();

    @Test
    default void aCardPaysOnceHoweverOftenItIsConfirmed() {
        var order = order("10.00", new EnteredCard(token(Behaviour.PAYS), false));
        var reference = create(order);

        var first = get(gateway().confirm(order, reference));
        assertThat(first).isInstanceOf(Succeeded.class);
        assertThat(get(gateway().confirm(order, reference))).isEqualTo(first);
        assertThat(get(gateway().retrieve(reference))).isEqualTo(first);
        assertThat(get(gateway().abandon(reference))).isInstanceOf(Succeeded.class);
        var fee = ((Succeeded) first).fee();
        assertThat(fee.isPositive()).isTrue();
        assertThat(fee.isLessThan(order.amount())).isTrue();
        assertThat(((Succeeded) first).kept()).isNull();
    }

    @Test
    default void theSameKeyIsTheSameChargeAndIsFoundAgain() {
        var order = order("11.00", new EnteredCard(token(Behaviour.PAYS), false));
        assertThat(gateway().find(order).blockOptional()).isEmpty();
        var reference = create(order);

        assertThat(create(order)).isEqualTo(reference);
        assertThat(get(gateway().find(order))).isEqualTo(reference);
        var other = order("11.00", order.source());
        assertThat(gateway().find(other).blockOptional()).isEmpty();
    }

    @Test
    default void aKeyStandsForOneOrderOnly() {
        var order = order("12.00", new EnteredCard(token(Behaviour.PAYS), false));
        create(order);
        var more =
                new ChargeOrder(
                        order.key(),
                        order.customer(),
                        order.plannedAt(),
                        Money.parse("USD 13.00"),
                        order.source(),
                        order.description());

        assertThatThrownBy(() -> gateway().create(more).block())
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    default void aDeclineIsTypedAndFinal() {
        declines(Behaviour.INSUFFICIENT_FUNDS, Decline.INSUFFICIENT_FUNDS, DeclineKind.SOFT);
        declines(Behaviour.STOLEN, Decline.LOST_OR_STOLEN, DeclineKind.HARD);
        declines(Behaviour.EXPIRED, Decline.EXPIRED, DeclineKind.HARD);
    }

    private void declines(Behaviour card, Decline decline, DeclineKind kind) {
        var order = order("14.00", new EnteredCard(token(card), false));
        var reference = create(order);

        assertThat(get(gateway().confirm(order, reference))).isEqualTo(new Declined(decline));
        assertThat(get(gateway().confirm(order, reference))).isEqualTo(new Declined(decline));
        assertThat(get(gateway().retrieve(reference))).isEqualTo(new Declined(decline));
        assertThat(decline.kind()).isEqualTo(kind);
    }

    @Test
    default void theBankIsAskedAndThePayerDecides() {
        var yes = order("15.00", new EnteredCard(token(Behaviour.ASKS), false));
        var asked = asked(yes);
        assertThat(get(gateway().retrieve(asked.reference()))).isInstanceOf(ActionNeeded.class);
        decide(asked.page(), true);
        assertThat(get(gateway().retrieve(asked.reference()))).isInstanceOf(Succeeded.class);

        var no = order("15.00", new EnteredCard(token(Behaviour.ASKS), false));
        var refused = asked(no);
        decide(refused.page(), false);
        assertThat(get(gateway().retrieve(refused.reference())))
                .isEqualTo(new Declined(Decline.CONFIRMATION_REFUSED));
        assertThat(get(gateway().retrieve(refused.reference())))
                .isEqualTo(new Declined(Decline.CONFIRMATION_REFUSED));
    }

    @Test
    default void whatIsGivenUpTakesNoMoneyLater() {
        var order = order("16.00", new EnteredCard(token(Behaviour.PAYS), false));
        var reference = create(order);
        var asked = asked(order("16.00", new EnteredCard(token(Behaviour.ASKS), false)));

        assertThat(get(gateway().abandon(reference)))
                .isEqualTo(new Declined(Decline.NOT_CONFIRMED));
        assertThat(get(gateway().confirm(order, reference)))
                .isEqualTo(new Declined(Decline.NOT_CONFIRMED));
        assertThat(get(gateway().abandon(asked.reference())))
                .isEqualTo(new Declined(Decline.NOT_CONFIRMED));
        decide(asked.page(), true);
        assertThat(get(gateway().retrieve(asked.reference())))
                .isEqualTo(new Declined(Decline.NOT_CONFIRMED));
    }

    @Test
    default void moneyMayArriveLater() {
        var order = order("17.00", new EnteredCard(token(Behaviour.SETTLES_LATER), false));
        var reference = create(order);

        assertThat(get(gateway().confirm(order, reference))).isEqualTo(new Underway());
        assertThat(get(gateway().abandon(reference))).isEqualTo(new Underway());
        settle(reference);
        assertThat(get(gateway().retrieve(reference))).isInstanceOf(Succeeded.class);
    }

    @Test
    default void aCardIsKeptWithAPaymentAndChargedWithoutThePayer() {
        var order = order("18.00", new EnteredCard(token(Behaviour.PAYS), true));
        var paid = (Succeeded) get(gateway().confirm(order, create(order)));
        var kept = Objects.requireNonNull(paid.kept());
        assertThat(kept.lastFour()).isEqualTo("4242");
        assertThat(kept.brand()).isEqualTo("Visa");
        assertThat(kept.expiresOn()).isNotNull();

        var again =
                new ChargeOrder(
                        "again-" + order.key(),
                        order.customer(),
                        Instant.now(),
                        order.amount(),
                        new KeptMethod(kept.reference(), false),
                        "INV-2");
        assertThat(get(gateway().confirm(again, create(again)))).isInstanceOf(Succeeded.class);

        gateway().forget(kept.reference()).block();
        gateway().forget(kept.reference()).block();
    }

    @Test
    default void aCardIsSetUpWithoutTakingMoney() {
        var order = new SetupOrder(key(), customer(), token(Behaviour.PAYS));
        var ready = (Remembered) get(gateway().setUp(order));
        assertThat(get(gateway().setUp(order))).isEqualTo(ready);
        assertThat(ready.method().lastFour()).isEqualTo("4242");

        var refused =
                get(gateway().setUp(new SetupOrder(key(), customer(), token(Behaviour.STOLEN))));
        assertThat(refused).isEqualTo(new SetupRefused(Decline.LOST_OR_STOLEN));
        var poor =
                get(
                        gateway()
                                .setUp(
                                        new SetupOrder(
                                                key(),
                                                customer(),
                                                token(Behaviour.INSUFFICIENT_FUNDS))));
        assertThat(poor).isInstanceOf(Remembered.class);
    }

    @Test
    default void theBankIsAskedWhenACardIsSetUp() {
        var payer = customer();
        var order = new SetupOrder(key(), payer, token(Behaviour.ASKS));
        var asked = (ConfirmationNeeded) get(gateway().setUp(order));
        assertThat(get(gateway().retrieveSetup(asked.reference()))).isEqualTo(asked);
        decide(asked.url(), true);
        var ready = (Remembered) get(gateway().retrieveSetup(asked.reference()));

        var charge = order(payer, "19.00", new KeptMethod(ready.method().reference(), false));
        assertThat(get(gateway().confirm(charge, create(charge)))).isInstanceOf(Succeeded.class);

        var no =
                (ConfirmationNeeded)
                        get(gateway().setUp(new SetupOrder(key(), payer, token(Behaviour.ASKS))));
        decide(no.url(), false);
        assertThat(get(gateway().retrieveSetup(no.reference())))
                .isEqualTo(new SetupRefused(Decline.CONFIRMATION_REFUSED));
    }

    @Test
    default void whatAlwaysAsksCantBeChargedWithoutThePayer() {
        var payer = customer();
        var order = new SetupOrder(key(), payer, token(Behaviour.ALWAYS_ASKS));
        var asked = (ConfirmationNeeded) get(gateway().setUp(order));
        decide(asked.url(), true);
        var method = ((Remembered) get(gateway().retrieveSetup(asked.reference()))).method();

        var alone = order(payer, "20.00", new KeptMethod(method.reference(), false));
        assertThat(get(gateway().confirm(alone, create(alone))))
                .isEqualTo(new Declined(Decline.CONFIRMATION_NEEDED));
        var there = order(payer, "20.00", new KeptMethod(method.reference(), true));
        assertThat(get(gateway().confirm(there, create(there)))).isInstanceOf(ActionNeeded.class);
    }

    @Test
    default void aCardNobodyKnowsIsRefused() {
        assertThat(gateway().label("pm_nobody").blockOptional()).isEmpty();
        assertThat(gateway().label("../customers").blockOptional()).isEmpty();
        assertThat(get(gateway().label(token(Behaviour.PAYS)))).isEqualTo("Visa •••• 4242");
        assertThat(get(gateway().create(order("21.00", new EnteredCard("pm_nobody", false)))))
                .isEqualTo(new NotCreated(Decline.UNKNOWN_METHOD));
        assertThat(get(gateway().create(order("21.00", new KeptMethod("pm_nobody", true)))))
                .isEqualTo(new NotCreated(Decline.UNKNOWN_METHOD));
    }

    @Test
    default void aRefundIsMadeOnceAndAtMostWhatIsLeft() {
        var charge = paid(Behaviour.PAYS, "30.00");
        var order = new RefundOrder(key(), charge, Money.parse("USD 20.00"));

        assertThat(gateway().findRefund(order).blockOptional()).isEmpty();
        var made = get(gateway().refund(order));
        assertThat(made).isInstanceOf(Refunded.class);
        assertThat(get(gateway().refund(order))).isEqualTo(made);
        assertThat(get(gateway().findRefund(order))).isEqualTo(made);
        var told = new GatewayRefund(charge, order.amount(), order.key(), null, made);
        assertThat(get(gateway().retrieveRefund(made.reference()))).isEqualTo(told);
        assertThat(gateway().refunds(since()).collectList().block()).contains(told);

        var more = new RefundOrder(key(), charge, Money.parse("USD 10.01"));
        assertThat(get(gateway().refund(more)))
                .isInstanceOfSatisfying(
                        NotRefunded.class,
                        not ->
                                assertThat(not.failure())
                                        .isEqualTo(RefundFailure.MORE_THAN_CHARGED));
        var rest = new RefundOrder(key(), charge, Money.parse("USD 10.00"));
        assertThat(get(gateway().refund(rest))).isInstanceOf(Refunded.class);
    }

    @Test
    default void aRefundMayTakeItsTimeOrFail() {
        var later = new RefundOrder(key(), paid(Behaviour.REFUND_LATER, "31.00"), usd("31.00"));
        var made = get(gateway().refund(later));
        assertThat(made).isInstanceOf(Returning.class);
        settle(made.reference());
        assertThat(get(gateway().retrieveRefund(made.reference())).answer())
                .isInstanceOf(Refunded.class);

        var never = new RefundOrder(key(), paid(Behaviour.REFUND_FAILS, "32.00"), usd("32.00"));
        assertThat(get(gateway().refund(never)))
                .isInstanceOfSatisfying(
                        NotRefunded.class,
                        not -> assertThat(not.failure()).isEqualTo(RefundFailure.CARD_CLOSED));
    }

    @Test
    default void aRefundThatSomebodyElseAskedForIsToldToo() {
        var charge = paid(Behaviour.PAYS, "33.00");
        var reference = refundElsewhere(charge, usd("12.00"));

        var told = get(gateway().retrieveRefund(reference));
        assertThat(told.charge()).isEqualTo(charge);
        assertThat(told.amount()).isEqualTo(usd("12.00"));
        assertThat(told.answer()).isEqualTo(new Refunded(reference));
        assertThat(gateway().refunds(since()).collectList().block()).contains(told);
    }

    @Test
    default void aDisputeIsAnsweredOrAccepted() {
        var charge = paid(Behaviour.PAYS, "40.00");
        var reference = dispute(charge);
        var opened = get(gateway().dispute(reference));
        assertThat(opened.charge()).isEqualTo(charge);
        assertThat(opened.amount()).isEqualTo(usd("40.00"));
        assertThat(opened.fee()).isEqualTo(usd("15.00"));
        assertThat(opened.reason()).isEqualTo(DisputeReason.FRAUDULENT);
        assertThat(opened.state()).isEqualTo(State.NEEDS_RESPONSE);
        assertThat(gateway().disputes(since()).map(GatewayDispute::reference).collectList().block())
                .contains(reference);

        assertThat(get(gateway().answerDispute(reference, "It was delivered.")).state())
                .isEqualTo(State.UNDER_REVIEW);
        assertThat(get(gateway().answerDispute(reference, "It was delivered.")).state())
                .isEqualTo(State.UNDER_REVIEW);
        decideDispute(reference, true);
        var won = get(gateway().dispute(reference));
        assertThat(won.state()).isEqualTo(State.WON);
        assertThat(won.fee()).isEqualTo(usd("0.00"));
        assertThat(get(gateway().acceptDispute(reference)).state()).isEqualTo(State.WON);

        var lost = dispute(paid(Behaviour.PAYS, "41.00"));
        assertThat(get(gateway().acceptDispute(lost)).state()).isEqualTo(State.LOST);
        assertThat(get(gateway().dispute(lost)).fee()).isEqualTo(usd("15.00"));
    }

    @Test
    default void aPayoutTellsItsParts() {
        var charge = paid(Behaviour.PAYS, "50.00");
        var refund = get(gateway().refund(new RefundOrder(key(), charge, usd("5.00")))).reference();
        var disputed = paid(Behaviour.PAYS, "51.00");
        var dispute = dispute(disputed);
        payOut();

        var parts =
                Objects.requireNonNull(gateway().payouts(since()).collectList().block()).stream()
                        .flatMap(payout -> payout.parts().stream())
                        .toList();
        assertThat(parts).map(Part::reference).contains(charge, refund, disputed, dispute);
        assertThat(parts)
                .filteredOn(part -> part.reference().equals(charge))
                .singleElement()
                .satisfies(
                        part -> {
                            assertThat(part.kind()).isEqualTo(Kind.CHARGE);
                            assertThat(part.gross()).isEqualTo(usd("50.00"));
                        });
        assertThat(parts)
                .contains(
                        new Part(Kind.REFUND, refund, usd("-5.00"), usd("0.00")),
                        new Part(Kind.DISPUTE, dispute, usd("-51.00"), usd("15.00")));
    }

    /** A charge that has succeeded. */
    private String paid(Behaviour card, String amount) {
        var order = order(amount, new EnteredCard(token(card), false));
        var reference = create(order);
        assertThat(get(gateway().confirm(order, reference))).isInstanceOf(Succeeded.class);
        return reference;
    }

    /** A charge of which the bank asks, and where. */
    record BankAsks(String reference, String page) {}

    private BankAsks asked(ChargeOrder order) {
        var reference = create(order);
        var outcome = get(gateway().confirm(order, reference));
        assertThat(outcome).isInstanceOf(ActionNeeded.class);
        return new BankAsks(reference, ((ActionNeeded) outcome).url());
    }

    private String create(ChargeOrder order) {
        var made = get(gateway().create(order));
        assertThat(made).isInstanceOf(Created.class);
        return ((Created) made).reference();
    }

    private ChargeOrder order(String amount, ChargeSource source) {
        return order(customer(), amount, source);
    }

    private static ChargeOrder order(UUID customer, String amount, ChargeSource source) {
        return new ChargeOrder(key(), customer, Instant.now(), usd(amount), source, "INV-1");
    }

    private static Money usd(String amount) {
        return Money.of(CurrencyUnit.USD, new java.math.BigDecimal(amount));
    }

    private static String key() {
        return "contract-" + UUID.randomUUID();
    }

    private static <T> T get(Mono<T> answer) {
        return Objects.requireNonNull(answer.block(Duration.ofSeconds(20)));
    }
}
