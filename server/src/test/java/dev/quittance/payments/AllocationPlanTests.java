package dev.quittance.payments;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.payments.AllocationPlan.Share;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AllocationPlanTests {
    private static final LocalDate MARCH = LocalDate.of(2027, 3, 1);

    private static final List<Payable> THREE =
            List.of(
                    payable("INV-2027-000003", MARCH.plusMonths(1), 100),
                    payable("INV-2027-000002", MARCH, 50),
                    payable("INV-2027-000001", MARCH, 70));

    @Tag("P5")
    @ParameterizedTest(name = "credit {0} and money {1} pay {2} and {3}")
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    CREDIT, MONEY, BY_CREDIT,       BY_MONEY
                    0,      0,     '',              ''
                    0,      220,   '',              1:70 2:50 3:100
                    0,      100,   '',              1:70 2:30
                    0,      500,   '',              1:70 2:50 3:100
                    60,     160,   1:60,            1:10 2:50 3:100
                    90,     130,   1:70 2:20,       2:30 3:100
                    220,    0,     1:70 2:50 3:100, ''
                    300,    40,    1:70 2:50 3:100, ''
                    -20,    70,    '',              1:70
                    """)
    void creditFirstThenOldestByDueDateThenNumber(
            long credit, long money, String byCredit, String byMoney) {
        var plan = AllocationPlan.of(THREE, credit, money);

        assertThat(text(plan.byCredit())).isEqualTo(byCredit);
        assertThat(text(plan.byMoney())).isEqualTo(byMoney);
    }

    @Test
    void aSeriesThatOutgrowsItsPaddingStaysInOrder() {
        var grown = payable("INV-1000000", MARCH, 10);
        var before = payable("INV-999999", MARCH, 10);

        assertThat(AllocationPlan.of(List.of(grown, before), 0, 10).byMoney())
                .extracting(Share::invoice)
                .containsExactly(before.invoice());
    }

    @Test
    void neverMoreThanIsDueAndNeverMoreThanThereIs() {
        for (var seed = 0; seed < 2000; seed++) {
            var random = new Random(seed);
            var payables = new ArrayList<Payable>();
            for (var i = 0; i < random.nextInt(8); i++) {
                payables.add(
                        payable("I" + i, MARCH.plusDays(random.nextInt(3)), random.nextInt(50)));
            }
            long credit = random.nextInt(120) - 20;
            long money = random.nextInt(200);
            Collections.shuffle(payables, random);

            var plan = AllocationPlan.of(payables, credit, money);

            var due = payables.stream().mapToLong(Payable::dueMinor).sum();
            var creditUsed = Math.min(Math.max(credit, 0), due);
            assertThat(plan.creditUsed()).as("seed %d", seed).isEqualTo(creditUsed);
            assertThat(plan.moneyUsed())
                    .as("seed %d", seed)
                    .isEqualTo(Math.min(money, due - creditUsed));
            var paid = paid(plan);
            assertThat(payables)
                    .as("seed %d", seed)
                    .allMatch(p -> paid.getOrDefault(p.invoice(), 0L) <= p.dueMinor());
        }
    }

    private static Map<UUID, Long> paid(AllocationPlan plan) {
        var all = new ArrayList<>(plan.byCredit());
        all.addAll(plan.byMoney());
        return all.stream()
                .collect(
                        Collectors.groupingBy(
                                Share::invoice, Collectors.summingLong(Share::minor)));
    }

    private static String text(List<Share> shares) {
        return shares.stream()
                .map(share -> number(share.invoice()) + ":" + share.minor())
                .collect(joining(" "));
    }

    private static String number(UUID invoice) {
        return THREE.stream()
                .filter(payable -> payable.invoice().equals(invoice))
                .map(payable -> payable.number().substring(payable.number().length() - 1))
                .findFirst()
                .orElseThrow();
    }

    private static Payable payable(String number, LocalDate dueOn, long due) {
        return new Payable(UUID.randomUUID(), number, dueOn, due);
    }
}
