package dev.quittance.collection;

import static dev.quittance.collection.Till.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.ledger.BooksRules;
import dev.quittance.payments.Books;
import dev.quittance.payments.Recovery;
import dev.quittance.payments.StumblingGateway;
import dev.quittance.payments.StumblingGateway.Step;
import dev.quittance.statements.StatementProof;
import dev.quittance.takeover.FormerSystem;
import dev.quittance.testing.IntegrationTest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
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

    private static final List<String> REFUND_CARDS =
            List.of("card_success", "card_refund_pending", "card_refund_fails");

    /** These invoices and credit notes have neither lines nor numbers of ours. */
    private static final Set<String> MADE_UP =
            Set.of(
                    "invoice-bookings",
                    "invoice-totals",
                    "credit-note-bookings",
                    "credit-note-parties",
                    "credit-note-totals");

    @Autowired Books books;
    @Autowired BooksRules rules;
    @Autowired Recovery recovery;
    @Autowired StatementProof statements;
    @Autowired FormerSystem former;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void theBooksAgreeAfterAnySequence(long seed) {
        tell(seed);
    }

    @ParameterizedTest(name = "seed {0}")
    @Tag("soak")
    @MethodSource("manySeeds")
    void theyAgreeAfterManyMore(long seed) {
        tell(seed);
    }

    /** What the check of the books finds, but for documents that only tests make. */
    private List<String> broken() {
        return rules.all().stream()
                .filter(rule -> !MADE_UP.contains(rule.name()))
                .map(rule -> rules.check(rule).block())
                .filter(outcome -> outcome != null && outcome.count() > 0)
                .map(outcome -> outcome.rule().name() + " " + outcome.first())
                .toList();
    }

    static LongStream manySeeds() {
        return LongStream.rangeClosed(5, 24);
    }

    private void tell(long seed) {
        var done = new ArrayList<String>();
        try {
            new Story(new Random(seed), done).tell();
            assertThat(broken()).isEmpty();
            statements.mustAgree(seed);
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
        private final Desk desk = new Desk(asOwner());
        private long billed;
        private long paidIn;
        private boolean credited;

        Story(Random random, List<String> done) {
            this.random = random;
            this.done = done;
        }

        void tell() {
            for (var i = 0; i < 40; i++) {
                step();
                books.mustAgree();
            }
            StumblingGateway.at();
            recovery.age(Duration.ofHours(24));
            recovery.run();
            recovery.run();
            books.mustAgree();
            assertThat(books.charged() - chargedBefore)
                    .isLessThanOrEqualTo(billed + paidIn + owedAgain());
        }

        /** What was taken back from invoices, and may be charged once more. */
        private long owedAgain() {
            return books.number(
                    "select coalesce(sum(amount_minor), 0)::bigint from allocation where customer_id = '%s' and undone_on is not null"
                            .formatted(customer));
        }

        private void step() {
            switch (invoices.isEmpty() ? 0 : random.nextInt(17)) {
                case 0, 1 -> bill();
                case 2, 3, 4 -> pay();
                case 5 -> confirm();
                case 6 ->
                        note(
                                "credit",
                                () -> books.creditNote(customer, any(), 1 + random.nextInt(300)));
                case 7 -> note("recover", recovery::run);
                case 8 -> topUp();
                case 9 -> onPayment("reverse", desk::reverse);
                case 10 -> refund();
                case 11 -> note("write off", () -> desk.writeOff(any()));
                case 13, 14 -> dispute();
                case 12 -> note("recover invoice", () -> desk.recover(any()));
                case 15 -> takeOver();
                default -> spend();
            }
        }

        private void topUp() {
            var amount = amount();
            paidIn += 2000;
            note(
                    "top up " + amount,
                    () ->
                            desk.act(
                                    "topUp",
                                    Map.of(
                                            "customerId", customer,
                                            "amount", Desk.usd(amount),
                                            "cardToken", REFUND_CARDS.get(random.nextInt(3)))));
        }

        /** Refunds some of a payment, whatever it is; staff settles or drops what is its own. */
        private void refund() {
            var amount = amount();
            if (random.nextInt(5) == 0) {
                StumblingGateway.at(random.nextBoolean() ? Step.BEFORE_REFUND : Step.AFTER_REFUND);
            }
            onPayment(
                    "refund " + amount,
                    payment -> settle(desk.refund(payment, amount, Map.of("cover", "REOPEN"))));
        }

        private void settle(Map<String, Object> answer) {
            if (at(answer, "refund.id") instanceof String id && random.nextBoolean()) {
                var act = random.nextBoolean() ? "confirmRefund" : "cancelRefund";
                var input = new HashMap<String, Object>(Map.of("refundId", id));
                if (act.equals("cancelRefund")) {
                    input.put("reason", "Dropped");
                }
                desk.act(act, input);
            }
        }

        /** Lets credit pay what is open, or takes back what paid. */
        private void spend() {
            if (random.nextBoolean()) {
                note("apply credit", () -> desk.applyCredit(customer, Map.of()));
                return;
            }
            var paid =
                    desk.ask(
                            "query($id: ID!) { invoice(id: $id) { allocations { id } } }",
                            Map.of("id", any()));
            if (at(paid, "invoice.allocations.0.id") instanceof String id) {
                note("undo", () -> desk.act("undoAllocation", Map.of("allocationId", id)));
            }
        }

        /** A payer disputes, staff answers or gives up, the payer's bank decides. */
        private void dispute() {
            if (random.nextBoolean()) {
                onPayment("dispute", payment -> desk.openDispute(payment, random.nextBoolean()));
                return;
            }
            if (desk.undecided(customer) instanceof String id) {
                if (random.nextInt(4) == 0) {
                    StumblingGateway.at(
                            random.nextBoolean() ? Step.BEFORE_ANSWER : Step.AFTER_ANSWER);
                }
                switch (random.nextInt(4)) {
                    case 0 -> note("answer", () -> desk.answerDispute(id));
                    case 1 -> note("accept", () -> desk.acceptDispute(id));
                    case 2 -> note("win", () -> desk.decideDispute(id, true));
                    default -> note("lose", () -> desk.decideDispute(id, false));
                }
            }
        }

        private void onPayment(String what, Consumer<UUID> act) {
            var payments =
                    desk.ask(
                            "query($id: ID!) { customer(id: $id) { payments(first: 50) { edges { node { id } } } } }",
                            Map.of("id", customer));
            var edge = random.nextInt(5);
            if (at(payments, "customer.payments.edges.%d.node.id".formatted(edge))
                    instanceof String id) {
                note(what, () -> act.accept(UUID.fromString(id)));
            }
        }

        private String amount() {
            return "%d.%02d".formatted(random.nextInt(20), 1 + random.nextInt(99));
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

        /** An invoice of the former system, half of it paid there, and once some credit. */
        private void takeOver() {
            var open = Money.ofMinor(CurrencyUnit.USD, 1 + random.nextInt(2000));
            var day = LocalDate.of(2030, 1, 1);
            billed += open.getAmountMinorLong();
            note(
                    "take over " + open,
                    () ->
                            invoices.add(
                                    former.invoice(
                                            customer, open.multipliedBy(2), open, day, day)));
            if (!credited) {
                credited = true;
                note("take credit over", () -> former.credit(customer, open, day));
            }
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
            var amount = amount();
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
