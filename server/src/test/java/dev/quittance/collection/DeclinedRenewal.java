package dev.quittance.collection;

import static dev.quittance.collection.Till.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.methods.Wallet;
import dev.quittance.payments.Books;
import dev.quittance.payments.Recovery;
import dev.quittance.platform.Ids;
import dev.quittance.testing.IntegrationTest;
import dev.quittance.testing.Shop;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** A subscription whose renewal could not be charged; tests say what follows. */
abstract class DeclinedRenewal extends IntegrationTest {
    @Autowired Books books;
    @Autowired Recovery recovery;
    @Autowired DueChargeWorker worker;

    protected UUID ada;
    protected Wallet clerk;
    protected UUID plan;
    protected UUID subscription;

    @BeforeEach
    void aRenewalThatIsDeclined() {
        var shop = new Shop(asOwner());
        ada =
                shop.customer(
                        Map.of(
                                "email",
                                "ada%d@dunned.example"
                                        .formatted(Ids.next().getMostSignificantBits())));
        clerk = new Wallet(asOwner(), ada);
        plan = shop.monthly("USD", "31");
        subscription = shop.started(ada, plan);
        open().forEach(this::pay);
        clerk.choose(subscription, clerk.kept("card_decline_insufficient_funds"));
        clerk.autoCharge(subscription, true);
        clock.moveTo(clock.today().plusMonths(1));
        run();
    }

    @AfterEach
    void theBooksAgree() {
        books.mustAgree();
        // The next test begins with nothing that is tried again, and with the usual rule.
        clerk.autoCharge(subscription, false);
    }

    protected void nextDay() {
        clock.moveTo(clock.today().plusDays(1));
        run();
    }

    /** What the workers of a running server would have done by now. */
    protected void run() {
        worker.work().block();
        recovery.runOut();
        drain();
    }

    protected String status() {
        return String.valueOf(clerk.of(subscription).get("status"));
    }

    protected long attempts() {
        return Objects.requireNonNull(
                db.sql(
                                "select count(*) from payment_attempt a join payment p on p.id = a.payment_id where p.customer_id = :id")
                        .bind("id", ada)
                        .mapValue(Long.class)
                        .one()
                        .block());
    }

    protected void pay(UUID invoice) {
        assertThat(at(new Till(asOwner()).confirm(Map.of(), invoice), "__typename"))
                .isEqualTo("PaymentSucceeded");
    }

    protected List<UUID> open() {
        return db.sql("select id from invoice where customer_id = :id and status = 'OPEN'")
                .bind("id", ada)
                .mapValue(UUID.class)
                .all()
                .collectList()
                .blockOptional()
                .orElseThrow();
    }
}
