package dev.quittance.banking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.banking.EntryCandidates.Payer;
import dev.quittance.banking.EntryCandidates.Referenced;
import dev.quittance.banking.KnownMoney.BookedPayment;
import dev.quittance.banking.KnownMoney.RecordedPayment;
import dev.quittance.banking.KnownMoney.SentPayout;
import dev.quittance.banking.KnownMoney.WaitingRefund;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an entry is taken for, by reference, amount and name. */
class EntryMatchTests {
    private static final LocalDate DAY = LocalDate.of(2030, 2, 28);
    private final UUID ada = new UUID(0, 1);
    private final UUID bob = new UUID(0, 2);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # came in  | owed        | as reference | exact | confidence | pays
                    USD 25.80  | USD 25.80   | true         | true  | 100        | USD 25.80
                    USD 25.80  | USD 25.80   | false        | true  | 100        | USD 25.80
                    USD 20.00  | USD 25.80   | true         | false | 80         | USD 20.00
                    USD 30.00  | USD 25.80   | true         | false | 75         | USD 25.80
                    USD 25.80  | USD 0.00    | true         | false | 40         |
                    JPY 2580   | JPY 2580    | true         | true  | 100        | JPY 2580
                    KWD 25.801 | KWD 25.801  | true         | true  | 100        | KWD 25.801
                    EUR 25.80  | USD 25.80   | true         |       |            |
                    """)
    void aNamedInvoiceIsExactOnlyWhenCurrencyAndAmountAreRight(
            String in, String owed, boolean whole, Boolean exact, Integer confidence, String pays) {
        var found =
                EntryMatch.credit(
                        Money.parse(in),
                        "",
                        new EntryCandidates(
                                List.of(new Referenced(invoice("INV-000001", ada, owed), whole)),
                                List.of()),
                        List.of());
        if (exact == null) {
            assertThat(found).isEmpty();
            return;
        }
        assertThat(found)
                .singleElement()
                .satisfies(
                        one -> {
                            assertThat(one.exact()).isEqualTo(exact);
                            assertThat(one.confidence()).isEqualTo(confidence);
                            assertThat(one.shares())
                                    .extracting(share -> share.amount().toString())
                                    .isEqualTo(pays == null ? List.of() : List.of(pays));
                        });
    }

    @Test
    void invoicesOfTwoCustomersAreNeverExact() {
        var found =
                EntryMatch.credit(
                        Money.parse("USD 10.00"),
                        "",
                        new EntryCandidates(
                                List.of(
                                        new Referenced(
                                                invoice("INV-000001", ada, "USD 10.00"), true),
                                        new Referenced(
                                                invoice("INV-000002", bob, "USD 10.00"), true)),
                                List.of()),
                        List.of());
        assertThat(found).hasSize(2).noneMatch(BankSuggestion::exact);
    }

    @Test
    void aShortNumberInATextIsNotExact() {
        var found =
                EntryMatch.credit(
                        Money.parse("USD 10.00"),
                        "",
                        new EntryCandidates(
                                List.of(new Referenced(invoice("1042", ada, "USD 10.00"), false)),
                                List.of()),
                        List.of());
        assertThat(found).singleElement().matches(one -> !one.exact() && one.confidence() == 85);
    }

    @Test
    void aPaymentConfirmedByHandComesBeforeAGuessAndKeepsASureOneFromBeingBookedUnseen() {
        var recorded = new RecordedPayment(new UUID(1, 1), "R-1", ada, "Ada", DAY, true);
        var found =
                EntryMatch.credit(
                        Money.parse("USD 10.00"),
                        "ADA",
                        new EntryCandidates(
                                List.of(
                                        new Referenced(
                                                invoice("INV-000001", ada, "USD 10.00"), true)),
                                List.of()),
                        List.of(recorded));
        assertThat(found)
                .extracting(BankSuggestion::kind)
                .containsExactly(SuggestionKind.RECORDED, SuggestionKind.REFERENCE);
        assertThat(found).noneMatch(BankSuggestion::exact);
    }

    @Test
    void whoIsKnownByNameOrAccountIsSuggestedWithWhatTheAmountFits() {
        var owed =
                List.of(
                        invoice("INV-000001", ada, "USD 10.00"),
                        invoice("INV-000002", ada, "USD 15.00"));
        assertThat(payer("USD 15.00", owed, true)).containsExactly("90 INV-000002 15.00");
        assertThat(payer("USD 25.00", owed, false))
                .containsExactly("80 INV-000001 10.00 INV-000002 15.00");
        assertThat(payer("USD 12.00", owed, false))
                .containsExactly("30 INV-000001 10.00 INV-000002 2.00");
        assertThat(payer("USD 12.00", List.of(), false)).containsExactly("30");
    }

    @Test
    void moneyThatLeftIsARefundAReturnOrAPayout() {
        var known =
                List.<KnownMoney>of(
                        new WaitingRefund(new UUID(2, 1), ada, "Ada"),
                        new BookedPayment(new UUID(3, 1), bob, DAY, false),
                        new SentPayout(new UUID(4, 1), "stripe", "po_1", DAY, true));
        assertThat(EntryMatch.debit(false, "ADA", known))
                .extracting(BankSuggestion::kind)
                .containsExactly(SuggestionKind.PAYOUT, SuggestionKind.REFUND);
        assertThat(EntryMatch.debit(true, "ADA", known))
                .extracting(BankSuggestion::kind)
                .contains(SuggestionKind.RETURN);
        assertThat(EntryMatch.debit(true, "ADA", known)).noneMatch(BankSuggestion::exact);
    }

    /** Whatever is suggested: it never pays more than came in, nor more than is owed. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void noSuggestionPaysMoreThanCameInOrIsOwed(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            var unit = CurrencyUnit.of(List.of("USD", "JPY", "KWD").get(random.nextInt(3)));
            var amount = Money.ofMinor(unit, 1 + random.nextInt(4000));
            var referenced = new ArrayList<Referenced>();
            var open = new ArrayList<OwedInvoice>();
            for (int i = 0; i < random.nextInt(6); i++) {
                var owed = Money.ofMinor(unit, random.nextInt(2500));
                var one = invoice("INV-%06d".formatted(i), random.nextBoolean() ? ada : bob, owed);
                if (random.nextBoolean()) {
                    referenced.add(new Referenced(one, random.nextBoolean()));
                }
                if (one.customer().equals(ada) && owed.isPositive()) {
                    open.add(one);
                }
            }
            var payers = List.of(new Payer(ada, "Ada", random.nextBoolean(), open));
            var found =
                    EntryMatch.credit(
                            amount, "ADA", new EntryCandidates(referenced, payers), List.of());
            for (var one : found) {
                assertThat(one.rest(amount).isNegative()).as("seed %d", seed).isFalse();
                assertThat(one.shares()).allMatch(share -> share.amount().isPositive());
                if (one.exact()) {
                    assertThat(one.rest(amount).isZero()).isTrue();
                    assertThat(one.kind()).isEqualTo(SuggestionKind.REFERENCE);
                }
            }
            assertThat(found.stream().filter(BankSuggestion::exact).count()).isLessThan(2);
        }
    }

    private List<String> payer(String in, List<OwedInvoice> open, boolean byAccount) {
        var found =
                EntryMatch.credit(
                        Money.parse(in),
                        "ADA",
                        new EntryCandidates(
                                List.of(), List.of(new Payer(ada, "Ada", byAccount, open))),
                        List.of());
        return found.stream()
                .map(
                        one ->
                                one.confidence()
                                        + one.shares().stream()
                                                .map(
                                                        share ->
                                                                " %s %s"
                                                                        .formatted(
                                                                                share
                                                                                        .invoiceNumber(),
                                                                                share.amount()
                                                                                        .getAmount()))
                                                .reduce("", String::concat))
                .toList();
    }

    private static OwedInvoice invoice(String number, UUID customer, String owed) {
        return invoice(number, customer, Money.parse(owed));
    }

    private static OwedInvoice invoice(String number, UUID customer, Money owed) {
        return new OwedInvoice(
                new UUID(number.hashCode(), customer.getLeastSignificantBits()),
                number,
                customer,
                DAY,
                owed);
    }
}
