package dev.quittance.collection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What follows where the charge of a renewal fails, by the usual rule. */
class DunningTests extends DeclinedRenewal {
    @Autowired Dunning dunning;

    @Test
    @Tag("T15")
    @Tag("T16")
    void itIsTriedAgainOnTheDaysOfTheSchedule() {
        assertThat(status()).isEqualTo("DUNNING");
        assertThat(attempts()).isEqualTo(1);
        var triedAfter = new ArrayList<Integer>();
        for (var day = 1; day <= 14; day++) {
            var before = attempts();
            nextDay();
            if (attempts() > before) {
                triedAfter.add(day);
            }
        }
        assertThat(triedAfter).containsExactly(1, 3, 5, 7, 14);
        assertThat(status()).isEqualTo("DUNNING");
    }

    @Test
    @Tag("T16")
    @Tag("T18")
    void aRetryThatSucceedsEndsIt() {
        clerk.choose(subscription, clerk.kept("card_success"));
        run();
        assertThat(status()).isEqualTo("DUNNING");

        nextDay();
        assertThat(status()).isEqualTo("LIVE");
        assertThat(open()).isEmpty();
    }

    @Test
    @Tag("T18")
    void whatIsPaidByHandEndsIt() {
        open().forEach(this::pay);
        drain();
        assertThat(status()).isEqualTo("LIVE");
        var before = attempts();
        nextDay();
        assertThat(attempts()).isEqualTo(before);
    }

    @Test
    @Tag("P40")
    @Tag("T19")
    void switchingAutoChargeOffEndsItAndNothingIsTriedAgain() {
        clerk.autoCharge(subscription, false);
        assertThat(status()).isEqualTo("LIVE");
        clerk.autoCharge(subscription, true);
        clerk.choose(subscription, clerk.kept("card_success"));
        nextDay();

        assertThat(attempts()).isEqualTo(1);
        assertThat(open()).hasSize(1);
    }

    @Test
    @Tag("T16")
    void aDeclineForGoodWaitsForAnotherMethodAndThenTriesAtOnce() {
        forgottenAtTheGateway();
        nextDay();
        assertThat(attempts()).isEqualTo(2);
        for (var day = 2; day <= 5; day++) {
            nextDay();
        }
        assertThat(attempts()).isEqualTo(2);

        clerk.choose(subscription, clerk.kept("card_success"));
        drain();
        run();
        assertThat(attempts()).isEqualTo(3);
        assertThat(status()).isEqualTo("LIVE");
    }

    @Test
    @Tag("T17")
    @Tag("T21")
    void whatStaysUnpaidIsNotRenewedUntilItIsPaid() {
        for (var day = 1; day <= 15; day++) {
            nextDay();
        }
        assertThat(status()).isEqualTo("UNPAID");
        var tried = attempts();
        clock.moveTo(clock.today().plusMonths(2));
        run();
        assertThat(open()).hasSize(1);
        assertThat(attempts()).isEqualTo(tried);

        open().forEach(this::pay);
        drain();
        assertThat(status()).isEqualTo("LIVE");
        nextDay();
        // Today's term, and none of those between.
        assertThat(open()).hasSize(1);
        assertThat(lastPeriod()).isLessThanOrEqualTo(clock.today().toString());
        assertThat(lastPeriod()).isGreaterThan(clock.today().minusMonths(1).toString());
    }

    @Test
    @Tag("T17")
    void whatIsNotOverAnyMoreIsNotGivenUp() {
        var invoice = open().getFirst();
        dunning.giveUp(invoice, clock.today()).block();
        assertThat(status()).isEqualTo("DUNNING");

        pay(invoice);
        drain();
        dunning.giveUp(invoice, clock.today().plusDays(20)).block();
        assertThat(status()).isEqualTo("LIVE");
        assertThat(ends(invoice)).isZero();
    }

    @Test
    @Tag("T27")
    void cancellingStopsEveryRetry() {
        cancel();
        var before = attempts();
        nextDay();
        assertThat(attempts()).isEqualTo(before);
    }

    @Test
    @Tag("T27")
    void cancellingStopsARetryThatIsDueAlready() {
        clock.moveTo(clock.today().plusDays(1));
        cancel();
        var before = attempts();
        run();
        assertThat(attempts()).isEqualTo(before);
    }

    private void cancel() {
        asOwner()
                .document(
                        "mutation($i: CancelSubscriptionInput!) { cancelSubscription(input: $i) { __typename } }")
                .variable(
                        "i", Map.of("id", subscription, "when", "NOW", "idempotencyKey", "n" + ada))
                .executeAndVerify();
    }

    private void forgottenAtTheGateway() {
        db.sql(
                        """
                        update sandbox_method set state = 'FORGOTTEN'
                         where id in (select gateway_ref from payment_method where customer_id = :id)
                        """)
                .bind("id", ada)
                .then()
                .block();
    }

    private long ends(UUID invoice) {
        return Objects.requireNonNull(
                db.sql("select count(*) from dunning_end where invoice_id = :id")
                        .bind("id", invoice)
                        .mapValue(Long.class)
                        .one()
                        .block());
    }

    private String lastPeriod() {
        return Objects.requireNonNull(
                db.sql(
                                "select max(lower(l.service_period))::text from invoice_line l where l.subscription_id = :id")
                        .bind("id", subscription)
                        .mapValue(String.class)
                        .one()
                        .block());
    }
}
