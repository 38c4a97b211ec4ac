package dev.quittance.collection;

import static dev.quittance.collection.Till.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.core.ParameterizedTypeReference;

/** What staff can do about an invoice whose charge failed. */
class DunningSteeringTests extends DeclinedRenewal {
    private static final ParameterizedTypeReference<Map<String, Object>> FACTS =
            new ParameterizedTypeReference<>() {};

    @Test
    void whatIsPausedIsNeitherTriedNorGivenUpUntilItIsResumed() {
        var invoice = open().getFirst();
        assertThat(steer("pauseDunning")).isEqualTo("DunningSteered");
        assertThat(stage(invoice)).isEqualTo("PAUSED");
        for (var day = 1; day <= 16; day++) {
            nextDay();
        }
        assertThat(attempts()).isEqualTo(1);
        assertThat(status()).isEqualTo("DUNNING");

        assertThat(steer("resumeDunning")).isEqualTo("DunningSteered");
        assertThat(stage(invoice)).isEqualTo("RETRYING");
        nextDay();
        assertThat(status()).isEqualTo("UNPAID");
        assertThat(stage(invoice)).isEqualTo("GIVEN_UP");
        assertThat(steer("pauseDunning")).isEqualTo("DunningOver");
    }

    @Test
    void resumedInTimeItIsTriedOnTheNextDayOfTheSchedule() {
        steer("pauseDunning");
        nextDay();
        nextDay();
        steer("resumeDunning");
        nextDay();
        assertThat(attempts()).isEqualTo(2);
    }

    @Test
    @Tag("T18")
    void whatIsStoppedStaysOpenAndItsSubscriptionGoesOn() {
        assertThat(steer("stopDunning")).isEqualTo("DunningSteered");
        assertThat(status()).isEqualTo("LIVE");
        assertThat(open()).hasSize(1);
        nextDay();
        assertThat(attempts()).isEqualTo(1);
        assertThat(steer("tryChargeNow")).isEqualTo("DunningOver");
    }

    @Test
    @Tag("T18")
    void itCanBeTriedAtOnce() {
        clerk.choose(subscription, clerk.kept("card_success"));
        assertThat(steer("tryChargeNow")).isEqualTo("DunningSteered");
        assertThat(steer("tryChargeNow")).isEqualTo("ChargeUnderWay");
        run();
        assertThat(open()).isEmpty();
        assertThat(status()).isEqualTo("LIVE");
    }

    @Test
    void aTryThatFailsKeepsTheSchedule() {
        steer("tryChargeNow");
        run();
        assertThat(attempts()).isEqualTo(2);
        nextDay();
        assertThat(attempts()).isEqualTo(3);
    }

    @Test
    void theBoardSaysWhatIsAtRisk() {
        var before = due("USD", true);
        assertThat(before).isGreaterThanOrEqualTo(3100);
        steer("stopDunning");
        assertThat(due("USD", true)).isEqualTo(before - 3100);
    }

    private String steer(String mutation) {
        var type = Character.toUpperCase(mutation.charAt(0)) + mutation.substring(1) + "Input";
        return asOwner()
                .document(
                        "mutation($i: %s!) { %s(input: $i) { __typename } }"
                                .formatted(type, mutation))
                .variable("i", Map.of("invoiceId", latest()))
                .execute()
                .path(mutation + ".__typename")
                .entity(String.class)
                .get();
    }

    private UUID latest() {
        return open().getFirst();
    }

    private Object stage(UUID invoice) {
        return at(
                asOwner()
                        .document("query($id: ID!) { invoice(id: $id) { dunningCase { stage } } }")
                        .variable("id", invoice)
                        .execute()
                        .path("invoice")
                        .entity(FACTS)
                        .get(),
                "dunningCase.stage");
    }

    private long due(String currency, boolean active) {
        return asOwner()
                .document("{ dunningTotals { due { amount currency } active } }")
                .execute()
                .path("dunningTotals")
                .entityList(FACTS)
                .get()
                .stream()
                .filter(one -> at(one, "due.currency").equals(currency))
                .filter(one -> one.get("active").equals(active))
                .mapToLong(
                        one ->
                                new BigDecimal(at(one, "due.amount").toString())
                                        .movePointRight(2)
                                        .longValueExact())
                .sum();
    }
}
