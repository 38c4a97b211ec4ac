package dev.quittance.collection;

import static dev.quittance.collection.Till.at;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.payments.Books;
import dev.quittance.payments.Recovery;
import dev.quittance.payments.StumblingGateway;
import dev.quittance.payments.StumblingGateway.Step;
import dev.quittance.platform.Caller;
import dev.quittance.testing.IntegrationTest;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.reactive.TransactionalOperator;

/** Whatever is repeated, doubled or killed: what is due is charged once. */
class PaymentOnceTests extends IntegrationTest {
    private static final LocalDate MARCH = LocalDate.of(2030, 3, 1);
    private static final int TWENTY = 20;

    @Autowired Books books;
    @Autowired Recovery recovery;
    @Autowired PaymentBeginning beginning;
    @Autowired Cards cards;
    @Autowired TransactionalOperator transaction;

    private Caller connie;
    private UUID ada;
    private Till till;
    private UUID invoice;
    private long chargedBefore;

    @BeforeEach
    void aCustomerWithAnInvoice() {
        ada = books.customer("Ada");
        connie = contact(ada);
        till = new Till(graphql(connie));
        invoice = books.invoice(ada, "USD", 2580, MARCH);
        chargedBefore = books.charged();
    }

    @AfterEach
    void chargedOnceAndTheBooksAgree() {
        StumblingGateway.at();
        assertThat(books.charged() - chargedBefore).isEqualTo(2580);
        books.mustAgree();
    }

    @Test
    void aRepeatedRequestGetsTheSameAnswer() {
        var token = till.token(List.of(invoice));

        var first = till.pay("card_success", token, "once", invoice);
        var second = till.pay("card_success", token, "once", invoice);

        assertThat(second).isEqualTo(first);
        assertThat(at(first, "__typename")).isEqualTo("PaymentSucceeded");
    }

    @Test
    void twentyAtOnceWithOneKeyAreOnePaymentAndTwentyEqualAnswers() throws Exception {
        var token = till.token(List.of(invoice));

        var answers = atOnce(_ -> till.pay("card_success", token, "twins", invoice));

        assertThat(new HashSet<>(answers)).hasSize(1);
        assertThat(at(answers.getFirst(), "__typename")).isEqualTo("PaymentSucceeded");
    }

    @Test
    void twentyAtOnceWithTwentyKeysAreOnePayment() throws Exception {
        var token = till.token(List.of(invoice));

        var answers = atOnce(i -> till.pay("card_success", token, "rival " + i, invoice));

        var kinds =
                answers.stream()
                        .collect(groupingBy(a -> String.valueOf(at(a, "__typename")), counting()));
        assertThat(kinds).containsEntry("PaymentSucceeded", 1L);
        assertThat(kinds.keySet())
                .isSubsetOf("PaymentSucceeded", "PaymentInProgress", "NothingDue");
    }

    @Test
    void aKeyStandsForOneInput() {
        var other = books.invoice(ada, "USD", 100, MARCH);
        till.pay("card_success", till.token(List.of(invoice)), "mine", invoice);

        var answer = till.pay("card_success", till.token(List.of(other)), "mine", other);

        assertThat(at(answer, "__typename")).isEqualTo("KeyReused");
    }

    @ParameterizedTest
    @EnumSource(
            value = Step.class,
            names = {"BEFORE_CREATE", "AFTER_CREATE", "BEFORE_CONFIRM", "AFTER_CONFIRM"})
    void whereverTheServerDiesTheChargeIsMadeOnceAndKept(Step step) {
        StumblingGateway.at(step);

        var answer = till.pay("card_success", invoice);
        var rival = till.pay("card_success", invoice);
        recovery.run();

        assertThat(at(answer, "__typename")).isEqualTo("PaymentProcessing");
        assertThat(at(rival, "__typename")).isEqualTo("PaymentInProgress");
        assertThat(StumblingGateway.left()).isEmpty();
        assertThat(at(till.goOn(Till.payment(answer)), "__typename")).isEqualTo("PaymentSucceeded");
    }

    @Test
    void dyingAgainAndAgainChangesNothing() {
        StumblingGateway.at(
                Step.AFTER_CREATE, Step.BEFORE_CONFIRM, Step.AFTER_CONFIRM, Step.AFTER_CONFIRM);

        var answer = till.pay("card_success", invoice);
        IntStream.range(0, 4).forEach(_ -> recovery.run());

        assertThat(StumblingGateway.left()).isEmpty();
        assertThat(at(till.goOn(Till.payment(answer)), "__typename")).isEqualTo("PaymentSucceeded");
    }

    @Test
    void diedBetweenTheCommitAndTheCall() {
        var input =
                new PayInvoicesInput(
                        List.of(invoice),
                        null,
                        "card_success",
                        null,
                        false,
                        till.token(List.of(invoice)),
                        "died");
        var card = cards.of(null, "card_success", false).blockOptional().orElse(Optional.empty());
        var begun =
                transaction
                        .transactional(beginning.begin(input, card))
                        .contextWrite(connie::in)
                        .blockOptional()
                        .orElseThrow();
        assertThat(books.charged()).isEqualTo(chargedBefore);

        recovery.run();

        assertThat(begun.payment()).isNotNull();
        assertThat(at(till.pay("card_success", invoice), "__typename")).isEqualTo("NothingDue");
    }

    @Test
    void twoServersRecoverAtOnce() throws Exception {
        StumblingGateway.at(Step.BEFORE_CONFIRM);
        till.pay("card_success", invoice);

        atOnce(
                _ -> {
                    recovery.run();
                    return Map.of();
                });

        assertThat(at(till.pay("card_success", invoice), "__typename")).isEqualTo("NothingDue");
    }

    private interface Attempt {
        Map<String, Object> make(int i);
    }

    private static List<Map<String, Object>> atOnce(Attempt attempt) throws Exception {
        try (var threads = Executors.newFixedThreadPool(TWENTY)) {
            return threads
                    .invokeAll(
                            IntStream.range(0, TWENTY)
                                    .<Callable<Map<String, Object>>>mapToObj(
                                            i -> () -> attempt.make(i))
                                    .toList())
                    .stream()
                    .map(
                            done -> {
                                try {
                                    return done.get();
                                } catch (InterruptedException | ExecutionException e) {
                                    throw new IllegalStateException(e);
                                }
                            })
                    .toList();
        }
    }
}
