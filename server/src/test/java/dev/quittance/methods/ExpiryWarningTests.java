package dev.quittance.methods;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.testing.IntegrationTest;
import dev.quittance.testing.Shop;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Warnings that payment methods expire. */
@Tag("P95")
class ExpiryWarningTests extends IntegrationTest {
    private Shop shop;
    private UUID customer;
    private Wallet wallet;
    private UUID card;
    private LocalDate lastDay;

    @BeforeEach
    void aCardThatExpires() {
        shop = new Shop(asOwner());
        customer = shop.customer(Map.of("email", "ada@example.com"));
        wallet = new Wallet(asContact(customer), customer);
        card = wallet.kept("card_success");
        lastDay = clock.today().plusDays(40);
        expires(card, lastDay);
    }

    @Test
    void whatIsOfferedFirstIsWarnedOfOnceAMonthAhead() {
        pass(9);
        assertThat(mails()).isEmpty();
        pass(1);
        assertThat(mails()).hasSize(1);
        assertThat(mails().getFirst())
                .startsWith("Visa •••• 4242 expires on ")
                .contains("/portal/account/payment-methods")
                .doesNotContain("charged by itself");
        pass(35);
        assertThat(mails()).hasSize(1);
    }

    @Test
    void whatIsChargedByItselfIsNamedWithWhatItPays() {
        var plan = shop.plan(shop.product(), "MONTH", false, "USD", "7", null);
        var subscription = shop.started(customer, plan);
        var other = wallet.kept("card_disputed");
        var staff = new Wallet(asOwner(), customer);
        assertThat(staff.choose(subscription, other))
                .containsEntry("__typename", "SubscriptionMethodSet");
        assertThat(staff.autoCharge(subscription, true))
                .containsEntry("__typename", "AutoChargeSet");
        expires(other, lastDay);
        pass(10);
        assertThat(mails()).hasSize(2).anyMatch(mail -> mail.contains("charged by itself for "));
    }

    @Test
    void neitherWhatNothingReliesOnNorWhatIsRemovedNorOfTheDisabled() {
        expires(wallet.kept("card_disputed"), lastDay);
        wallet.remove(card, false);
        db.sql("update payment_method set is_default = false where customer_id = :id")
                .bind("id", customer)
                .then()
                .block();
        pass(12);
        assertThat(mails()).isEmpty();

        db.sql(
                        "update payment_method set is_default = true where customer_id = :id and removed_at is null")
                .bind("id", customer)
                .then()
                .then(
                        db.sql("update customer set active = false where id = :id")
                                .bind("id", customer)
                                .then())
                .block();
        pass(1);
        assertThat(mails()).isEmpty();
    }

    @Test
    void aLateNightMakesUpForItAndANewLastDayIsWarnedOfAnew() {
        expires(card, clock.today().minusDays(5));
        pass(1);
        assertThat(mails()).hasSize(1);
        expires(card, clock.today().plusDays(20));
        pass(1);
        assertThat(mails()).hasSize(2);
    }

    private void expires(UUID method, LocalDate on) {
        db.sql("update payment_method set expires_on = :on where id = :id")
                .bind("on", on)
                .bind("id", method)
                .then()
                .block();
    }

    private void pass(int days) {
        clock.moveTo(clock.today().plusDays(days));
        drain();
    }

    private List<String> mails() {
        return db.sql(
                        "select subject || ' ' || text from mail where customer_id = :id and subject like '%expires on%' order by id")
                .bind("id", customer)
                .mapValue(String.class)
                .all()
                .collectList()
                .blockOptional()
                .orElseThrow();
    }
}
