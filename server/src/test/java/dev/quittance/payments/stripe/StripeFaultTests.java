package dev.quittance.payments.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quittance.payments.ChargeCreation.Created;
import dev.quittance.payments.ChargeCreation.NotCreated;
import dev.quittance.payments.ChargeOrder;
import dev.quittance.payments.ChargeOutcome.Declined;
import dev.quittance.payments.ChargeOutcome.Succeeded;
import dev.quittance.payments.ChargeSource.EnteredCard;
import dev.quittance.payments.Decline;
import dev.quittance.payments.RefundAnswer.Refunded;
import dev.quittance.payments.RefundOrder;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Stripe down, slow or talking nonsense: nothing counts as paid, and nothing is paid twice. */
class StripeFaultTests {
    private final FakeStripe stripe = new FakeStripe();
    private final FakeInstallation installation =
            new FakeInstallation(
                    FakeInstallation.settings(stripe.uri(), Duration.ofMillis(500), 4, 4));

    @AfterEach
    void end() {
        installation.close();
        stripe.close();
    }

    @ParameterizedTest
    @EnumSource(FakeFault.class)
    void aChargeIsMadeOnceThoughTheAnswerGotLost(FakeFault fault) {
        var order = order();
        introduced(order.customer());
        stripe.faults().slow(Duration.ofSeconds(1));
        stripe.faults().next(fault);

        assertThatThrownBy(() -> get(installation.gateway().create(order)))
                .isInstanceOf(StripeTrouble.class);
        var reference =
                get(
                        installation
                                .gateway()
                                .find(order)
                                .switchIfEmpty(
                                        installation
                                                .gateway()
                                                .create(order)
                                                .cast(Created.class)
                                                .map(Created::reference)));

        assertThat(get(installation.gateway().confirm(order, reference)))
                .isInstanceOf(Succeeded.class);
        assertThat(stripe.taken()).isEqualTo(Map.of(order.key(), 1000L));
        assertThat(intents()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(FakeFault.class)
    void moneyIsTakenOnceThoughTheAnswerGotLost(FakeFault fault) {
        var order = order();
        var reference = created(order);
        stripe.faults().slow(Duration.ofSeconds(1));
        stripe.faults().next(fault);

        assertThatThrownBy(() -> get(installation.gateway().confirm(order, reference)))
                .isInstanceOf(StripeTrouble.class);
        assertThat(get(installation.gateway().confirm(order, reference)))
                .isInstanceOf(Succeeded.class);
        assertThat(stripe.taken()).isEqualTo(Map.of(order.key(), 1000L));
    }

    @ParameterizedTest
    @EnumSource(FakeFault.class)
    void moneyGoesBackOnceThoughTheAnswerGotLost(FakeFault fault) {
        var order = order();
        var charge = created(order);
        get(installation.gateway().confirm(order, charge));
        var refund = new RefundOrder("refund-1", charge, Money.parse("USD 4.00"));
        stripe.faults().slow(Duration.ofSeconds(1));
        stripe.faults().next(fault);

        assertThatThrownBy(() -> get(installation.gateway().refund(refund)))
                .isInstanceOf(StripeTrouble.class);
        assertThat(
                        get(
                                installation
                                        .gateway()
                                        .findRefund(refund)
                                        .switchIfEmpty(installation.gateway().refund(refund))))
                .isInstanceOf(Refunded.class);
        assertThat(stripe.<Integer>memory(seen -> seen.refunds.newestFirst().size())).isEqualTo(1);
    }

    @Test
    void aDeclineWhoseAnswerGotLostStaysADecline() {
        var order = order(FakeCard.INSUFFICIENT_FUNDS);
        var reference = created(order);
        stripe.faults().next(FakeFault.LOST);

        assertThatThrownBy(() -> get(installation.gateway().confirm(order, reference)))
                .isInstanceOf(StripeTrouble.class);
        assertThat(get(installation.gateway().confirm(order, reference)))
                .isEqualTo(new Declined(Decline.INSUFFICIENT_FUNDS));
        // Nobody can pay it any more.
        assertThat(
                        stripe.<Object>memory(
                                seen ->
                                        Objects.requireNonNull(seen.intents.get(reference))
                                                .get("status")))
                .isEqualTo("canceled");
    }

    @Test
    void aChargeIsFoundAfterStripeHasForgottenItsKey() {
        var order = order();
        var reference = created(order);
        stripe.keys().forget();

        assertThat(get(installation.gateway().find(order))).isEqualTo(reference);
    }

    @Test
    void aChargeIsFoundAmongMany() {
        var order = order();
        var reference = created(order);
        for (var i = 0; i < 120; i++) {
            created(order(order.customer(), FakeCard.PAYS));
        }

        assertThat(get(installation.gateway().find(order))).isEqualTo(reference);
    }

    @Test
    void anAmountThatStripeDoesNotTakeIsDeclined() {
        var little = order("USD 0.49");
        var tooFine = order("KWD 10.005");

        assertThat(get(installation.gateway().create(little)))
                .isEqualTo(new NotCreated(Decline.AMOUNT_NOT_POSSIBLE));
        assertThat(get(installation.gateway().create(tooFine)))
                .isEqualTo(new NotCreated(Decline.AMOUNT_NOT_POSSIBLE));
    }

    @Test
    void amountsKeepTheirCurrencysDigits() {
        var yen = order("JPY 1234");
        var dinar = order("KWD 12.340");

        assertThat(get(installation.gateway().confirm(yen, created(yen))))
                .isEqualTo(new Succeeded(Money.parse("JPY 65"), null));
        assertThat(get(installation.gateway().confirm(dinar, created(dinar))))
                .isEqualTo(new Succeeded(Money.parse("KWD 0.387"), null));
        assertThat(stripe.taken()).isEqualTo(Map.of(yen.key(), 1234L, dinar.key(), 12340L));
    }

    @Test
    void aSlowStripeHoldsUpOnlySoMany() {
        stripe.faults().slow(Duration.ofSeconds(2));
        stripe.faults().always(FakeFault.SLOW);

        // Four are under way, four wait, the others are told at once.
        var told =
                Flux.range(0, 20)
                        .flatMap(
                                _ ->
                                        installation
                                                .gateway()
                                                .label("pm_card_visa")
                                                .map(_ -> "answer")
                                                .onErrorResume(
                                                        fault ->
                                                                Mono.just(
                                                                        fault.getCause()
                                                                                        instanceof
                                                                                        RejectedExecutionException
                                                                                ? "refused"
                                                                                : "late")),
                                20)
                        .collectList()
                        .block(Duration.ofSeconds(30));

        assertThat(told).filteredOn("refused"::equals).hasSize(12);
        assertThat(told).filteredOn("late"::equals).hasSize(8);
    }

    @Test
    void aStripeThatIsNotThereIsTrouble() {
        try (var nowhere =
                new FakeInstallation(
                        FakeInstallation.settings(
                                URI.create("http://localhost:1"), Duration.ofSeconds(1), 4, 4))) {
            assertThatThrownBy(() -> get(nowhere.gateway().create(order())))
                    .isInstanceOf(StripeTrouble.class);
        }
    }

    @Test
    void noSecretStandsInWhatIsSaidOfAFault() {
        stripe.faults().always(FakeFault.UNAVAILABLE);

        assertThatThrownBy(() -> get(installation.gateway().create(order())))
                .hasMessageNotContaining("sk_")
                .hasMessageNotContaining("pm_");
        assertThat(FakeInstallation.settings(stripe.uri(), Duration.ZERO, 1, 1).toString())
                .doesNotContain("sk_")
                .doesNotContain("whsec_");
    }

    private int intents() {
        return stripe.memory(seen -> seen.intents.newestFirst().size());
    }

    /** The customer is known to Stripe before anything goes wrong. */
    private void introduced(UUID customer) {
        created(order(customer, FakeCard.PAYS));
        stripe.memory(
                seen -> {
                    seen.intents.clear();
                    return seen;
                });
    }

    private String created(ChargeOrder order) {
        return get(installation.gateway().create(order).cast(Created.class)).reference();
    }

    private ChargeOrder order() {
        return order(FakeCard.PAYS);
    }

    private ChargeOrder order(FakeCard card) {
        return order(UUID.randomUUID(), card);
    }

    private ChargeOrder order(UUID customer, FakeCard card) {
        return new ChargeOrder(
                "fault-" + UUID.randomUUID(),
                customer,
                Instant.now(),
                Money.parse("USD 10.00"),
                new EnteredCard(stripe.card(card), false),
                "INV-1");
    }

    private ChargeOrder order(String amount) {
        var order = order();
        return new ChargeOrder(
                order.key(),
                order.customer(),
                order.plannedAt(),
                Money.parse(amount),
                order.source(),
                order.description());
    }

    private static <T> T get(Mono<T> answer) {
        return Objects.requireNonNull(answer.block(Duration.ofSeconds(20)));
    }
}
