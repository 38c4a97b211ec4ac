package dev.quittance.collection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Paused dunning keeps late fees off, too. */
class PausedLateFeeTests extends DeclinedRenewal {

    @BeforeEach
    void everyDayAFee() {
        act("setLateFeeRule", Map.of("firstDays", 1, "everyDays", 1, "times", 24, "percent", "10"));
    }

    @AfterEach
    void noMoreFees() {
        db.sql("delete from late_fee_rule").then().block();
    }

    @Test
    void noFeeIsMadeUntilItIsResumed() {
        var invoice = open().getFirst();
        var due =
                Objects.requireNonNull(
                        db.sql("select due_on from invoice where id = :id")
                                .bind("id", invoice)
                                .mapValue(LocalDate.class)
                                .one()
                                .block());
        act("pauseDunning", Map.of("invoiceId", invoice));
        clock.moveTo(due.plusDays(3));
        assertThat(fees()).isZero();

        act("resumeDunning", Map.of("invoiceId", invoice));
        clock.moveTo(due.plusDays(4));
        assertThat(fees()).isEqualTo(1);
    }

    private void act(String mutation, Map<String, ?> input) {
        var type = Character.toUpperCase(mutation.charAt(0)) + mutation.substring(1) + "Input";
        asOwner()
                .document(
                        "mutation($i: %s!) { %s(input: $i) { __typename ... on Problem { message } } }"
                                .formatted(type, mutation))
                .variable("i", input)
                .executeAndVerify();
    }

    private long fees() {
        return Objects.requireNonNull(
                db.sql("select count(*) from late_fee where customer_id = :id")
                        .bind("id", ada)
                        .mapValue(Long.class)
                        .one()
                        .block());
    }
}
