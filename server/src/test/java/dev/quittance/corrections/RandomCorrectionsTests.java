package dev.quittance.corrections;

import static dev.quittance.corrections.Desk.at;
import static dev.quittance.corrections.Desk.part;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.drafts.EnteredLine;
import dev.quittance.drafts.Entries;
import dev.quittance.drafts.InvoiceEntry;
import dev.quittance.invoicing.InvoiceTerms;
import dev.quittance.invoicing.Invoices;
import dev.quittance.ledger.BooksRules;
import dev.quittance.payments.Books;
import dev.quittance.platform.Caller;
import dev.quittance.platform.Ids;
import dev.quittance.statements.StatementProof;
import dev.quittance.testing.IntegrationTest;
import dev.quittance.testing.Sales;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.util.context.Context;

/**
 * Whatever is billed, paid, credited, charged in addition, cancelled and issued anew in whatever
 * order: each document is explained by its bookings, and what is given back wholly is exactly what
 * was billed.
 */
class RandomCorrectionsTests extends IntegrationTest {
    private static final LocalDate TODAY = LocalDate.of(2030, 1, 1);

    @Autowired private Books books;
    @Autowired private Invoices invoices;
    @Autowired private StatementProof statements;
    @Autowired private BooksRules rules;
    private Sales sales;
    private UUID services = new UUID(0, 0);
    private UUID reduced = new UUID(0, 0);

    @BeforeAll
    void aMerchant() {
        sales = new Sales(db);
        services = sales.inGermany();
        reduced = Ids.next();
        sales.run("insert into tax_category (id, name) values ('%s', 'Books')".formatted(reduced));
        sales.rate(reduced, "DE", "7", "REDUCED");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void theBooksExplainEveryDocument(long seed) {
        tell(seed);
    }

    @ParameterizedTest(name = "seed {0}")
    @Tag("soak")
    @MethodSource("manySeeds")
    void theyExplainManyMore(long seed) {
        tell(seed);
    }

    static LongStream manySeeds() {
        return LongStream.rangeClosed(4, 23);
    }

    private void tell(long seed) {
        var done = new ArrayList<String>();
        try {
            new History(new Random(seed), done).tell();
            statements.mustAgree(seed);
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("seed %d after %s".formatted(seed, done), e);
        }
    }

    private final class History {
        private final Random random;
        private final List<String> done;
        private final Desk desk = new Desk(asOwner());
        private final UUID customer = sales.customer("Random");
        private final List<UUID> bills = new ArrayList<>();

        History(Random random, List<String> done) {
            this.random = random;
            this.done = done;
            sales.address(customer, "DE");
        }

        void tell() {
            for (var i = 0; i < 30; i++) {
                step();
                books.mustAgree();
                assertThat(sales.figure(Explained.CREDITS).longValueExact()).isZero();
            }
            for (var bill : List.copyOf(bills)) {
                note("cancel", () -> desk.cancel(bill));
            }
            books.mustAgree();
            assertThat(rules.differences().collectList().block()).isEmpty();
            assertThat(sales.figure(Explained.CREDITS).longValueExact()).isZero();
        }

        private void step() {
            if (bills.isEmpty()) {
                note("bill", this::bill);
                return;
            }
            var bill = bills.get(random.nextInt(bills.size()));
            switch (random.nextInt(9)) {
                case 0, 1 -> note("bill", this::bill);
                case 2, 3 -> note("credit", () -> credit(bill));
                case 4 -> note("discount", () -> desk.add(bill, "DISCOUNT", amount(3000), null));
                case 5 ->
                        note(
                                "charge",
                                () ->
                                        bills.add(
                                                supplement(
                                                        desk.add(
                                                                bill,
                                                                "CHARGE",
                                                                amount(3000),
                                                                services),
                                                        bill)));
                case 6 -> note("pay", () -> pay(bill));
                case 7 -> note("cancel", () -> desk.cancel(bill));
                default ->
                        note(
                                "issue anew",
                                () -> {
                                    var answer = desk.reissue(bill, Map.of("name", "Random"));
                                    if (at(answer, "invoice.id") instanceof String id) {
                                        bills.add(UUID.fromString(id));
                                    }
                                });
            }
        }

        private void bill() {
            var lines = new ArrayList<EnteredLine>();
            for (var i = 0; i <= random.nextInt(4); i++) {
                lines.add(
                        new EnteredLine(
                                "Line " + i,
                                BigDecimal.valueOf(1 + random.nextInt(3)),
                                new BigDecimal(amount(5000)),
                                random.nextBoolean() ? services : reduced,
                                null,
                                null,
                                random.nextInt(4) == 0 ? BigDecimal.TEN : null,
                                null));
            }
            var entry =
                    new InvoiceEntry(random.nextInt(3) == 0, lines, null, null, null, null, null);
            var order = Entries.order(customer, CurrencyUnit.EUR, entry, InvoiceTerms.NONE);
            var posted =
                    requireNonNull(
                            invoices.post(List.of(order), TODAY, null)
                                    .contextWrite(_ -> Caller.SYSTEM.in(Context.empty()))
                                    .block());
            bills.add(posted.getFirst().id());
        }

        private void credit(UUID bill) {
            var lines = (List<?>) requireNonNull(at(desk.invoice(bill), "creditableLines"));
            var line = (Map<?, ?>) lines.get(random.nextInt(lines.size()));
            var left = new BigDecimal(String.valueOf(((Map<?, ?>) line.get("left")).get("amount")));
            if (random.nextBoolean()) {
                desk.credit(bill, List.of(part(line.get("lineId"), "1", null, "EUR")));
            } else {
                var some =
                        left.multiply(BigDecimal.valueOf(random.nextInt(120)))
                                .divide(BigDecimal.valueOf(100))
                                .setScale(2, RoundingMode.DOWN);
                desk.credit(
                        bill, List.of(part(line.get("lineId"), null, some.toPlainString(), "EUR")));
            }
        }

        private void pay(UUID bill) {
            var input =
                    Map.of(
                            "invoiceIds", List.of(bill),
                            "method", "CASH",
                            "amount", Map.of("amount", amount(9000), "currency", "EUR"),
                            "idempotencyKey", Ids.next().toString());
            desk.ask(
                    "mutation($i: ConfirmOfflinePaymentInput!) { confirmOfflinePayment(input: $i) { __typename } }",
                    "i",
                    input,
                    "confirmOfflinePayment");
        }

        private UUID supplement(Map<String, Object> answer, UUID otherwise) {
            return at(answer, "supplement.id") instanceof String id
                    ? UUID.fromString(id)
                    : otherwise;
        }

        private String amount(int most) {
            return BigDecimal.valueOf(1 + random.nextInt(most), 2).toPlainString();
        }

        private void note(String what, Runnable act) {
            done.add(what);
            act.run();
        }
    }
}
