package dev.quittance.collection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.payments.Books;
import dev.quittance.payments.Recovery;
import dev.quittance.payments.StumblingGateway;
import dev.quittance.payments.StumblingGateway.Step;
import dev.quittance.testing.IntegrationTest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever is done in whatever order: the books agree, and nothing is charged that was not due. */
class RandomPaymentsTests extends IntegrationTest {
    private static final List<String> CARDS =
            List.of(
                    "card_success",
                    "card_success",
                    "card_decline_insufficient_funds",
                    "card_requires_confirmation",
                    "card_processing");

    @Autowired Books books;
    @Autowired Recovery recovery;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void theBooksAgreeAfterAnySequence(long seed) {
        var done = new ArrayList<String>();
        try {
            new Story(new Random(seed), done).tell();
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("seed %d after %s".formatted(seed, done), e);
        } finally {
            StumblingGateway.at();
        }
    }

    private final class Story {
        private final Random random;
        private final List<String> done;
        private final UUID customer = books.customer("Random");
        private final List<UUID> invoices = new ArrayList<>();
        private final Till till = new Till(asContact(customer));
        private final Till staff = new Till(asOwner());
        private final long chargedBefore = books.charged();
        private long billed;

        Story(Random random, List<String> done) {
            this.random = random;
            this.done = done;
        }

        void tell() {
            for (var i = 0; i < 25; i++) {
                step();
                books.mustAgree();
            }
            StumblingGateway.at();
            recovery.age(Duration.ofHours(24));
            recovery.run();
            recovery.run();
            books.mustAgree();
            assertThat(books.charged() - chargedBefore).isLessThanOrEqualTo(billed);
        }

        private void step() {
            switch (invoices.isEmpty() ? 0 : random.nextInt(8)) {
                case 0, 1 -> bill();
                case 2, 3, 4 -> pay();
                case 5 -> confirm();
                case 6 ->
                        note(
                                "credit",
                                () -> books.creditNote(customer, any(), 1 + random.nextInt(300)));
                default -> note("recover", recovery::run);
            }
        }

        private void bill() {
            var amount = 1 + random.nextInt(2000);
            billed += amount;
            note(
                    "bill " + amount,
                    () ->
                            invoices.add(
                                    books.invoice(
                                            customer,
                                            "USD",
                                            amount,
                                            LocalDate.of(2030, 1, 1)
                                                    .plusDays(random.nextInt(60)))));
        }

        private void pay() {
            var card = CARDS.get(random.nextInt(CARDS.size()));
            var some = some();
            if (random.nextInt(5) == 0) {
                StumblingGateway.at(Step.values()[random.nextInt(Step.values().length)]);
            }
            note("pay %s of %d".formatted(card, some.length), () -> till.pay(card, some));
        }

        private void confirm() {
            var amount = "%d.%02d".formatted(random.nextInt(20), 1 + random.nextInt(99));
            note(
                    "confirm " + amount,
                    () ->
                            staff.confirm(
                                    Map.of("amount", Map.of("amount", amount, "currency", "USD")),
                                    some()));
        }

        private UUID any() {
            return invoices.get(random.nextInt(invoices.size()));
        }

        private UUID[] some() {
            return random.ints(1 + random.nextInt(3), 0, invoices.size())
                    .mapToObj(invoices::get)
                    .distinct()
                    .toArray(UUID[]::new);
        }

        private void note(String what, Runnable act) {
            done.add(what);
            act.run();
        }
    }
}
