package dev.quittance.collection;

import static dev.quittance.collection.Till.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.payments.Books;
import dev.quittance.testing.IntegrationTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Many refunds of one payment at once: never more goes back than came in. */
class ManyRefundsTests extends IntegrationTest {
    @Autowired Books books;

    @Test
    void fiftyAtOnceNeverRefundMoreThanWasPaid() throws Exception {
        neverMoreThanPaid(50);
    }

    @Test
    @Tag("soak")
    void fiveHundredAtOnceNeverRefundMoreThanWasPaid() throws Exception {
        neverMoreThanPaid(500);
    }

    /** Each wants 3.00 of a payment of 10.00 for each ten; there is other credit that may tempt. */
    private void neverMoreThanPaid(int count) throws Exception {
        var ada = books.customer("Ada");
        var desk = new Desk(asOwner());
        var paid = count / 10 * 10;
        var payment =
                Till.payment(
                        desk.act(
                                "topUp",
                                Map.of(
                                        "customerId",
                                        ada,
                                        "amount",
                                        Desk.usd("%d.00".formatted(paid)),
                                        "cardToken",
                                        "card_success")));
        books.credit(ada, "USD", 100L * count * 3);

        var answers = atOnce(count, () -> desk.refund(payment, "3.00", Map.of()));

        var begun =
                answers.stream()
                        .filter(answer -> "RefundBegun".equals(at(answer, "__typename")))
                        .count();
        assertThat(begun).isEqualTo(paid / 3);
        assertThat(answers)
                .extracting(answer -> String.valueOf(at(answer, "__typename")))
                .isSubsetOf(Set.of("RefundBegun", "RefundTooMuch"));
        assertThat(sentBack(payment)).isEqualTo(300L * begun).isLessThanOrEqualTo(100L * paid);
        books.mustAgree();
    }

    /** By the gateway's own memory. */
    private long sentBack(UUID payment) {
        return books.number(
                """
                select coalesce(sum(r.amount_minor), 0)::bigint
                  from sandbox_refund r
                  join payment_attempt a on a.gateway_ref = r.charge_id
                 where a.payment_id = '%s' and r.state = 'SUCCEEDED'
                """
                        .formatted(payment));
    }

    private static List<Map<String, Object>> atOnce(int count, Callable<Map<String, Object>> act)
            throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = IntStream.range(0, count).mapToObj(_ -> threads.submit(act)).toList();
            var answers = new ArrayList<Map<String, Object>>();
            for (var one : running) {
                answers.add(one.get());
            }
            return answers;
        }
    }
}
