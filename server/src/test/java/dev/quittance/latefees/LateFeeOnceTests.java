package dev.quittance.latefees;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.collection.Till;
import dev.quittance.platform.Ids;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A fee that was made is not made again, and bears none itself. */
class LateFeeOnceTests extends LateInvoice {

    @Test
    void aFeeIsWaivedByACreditNoteForGood() {
        setOnce("USD", "25");
        clock.moveTo(due.plusDays(3));
        var fee = feeInvoice();
        credit(fee);
        assertThat(status(fee)).isEqualTo("PAID");
        assertThat(status(invoice)).isEqualTo("OPEN");
        clock.moveTo(due.plusDays(40));
        assertThat(fees()).containsExactly("1 3 1000.00 25.00 25.00");
    }

    @Test
    void aFeeThatWasCancelledIsNotMadeAgainAndTheNextOneIsStillMade() {
        set(Map.of("firstDays", 3, "everyDays", 10, "times", 2, "percent", "1"));
        clock.moveTo(due.plusDays(3));
        act(
                "cancelInvoice",
                Map.of(
                        "invoiceId",
                        feeInvoice(),
                        "reason",
                        "Waived",
                        "idempotencyKey",
                        Ids.next().toString()),
                "InvoiceCancelled");
        clock.moveTo(due.plusDays(12));
        assertThat(noted()).isEqualTo(1);
        clock.moveTo(due.plusDays(13));
        assertThat(fees()).containsExactly("1 3 1000.00 10.00 10.00", "2 13 1000.00 10.00 10.00");
    }

    @Test
    void aFeeBearsNoFeeEvenIssuedAnew() {
        setOnce("USD", "25");
        clock.moveTo(due.plusDays(3));
        var fee = feeInvoice();
        clock.moveTo(due.plusDays(4));
        act(
                "reissueInvoice",
                Map.of(
                        "invoiceId",
                        fee,
                        "buyer",
                        Map.of("name", "Ada Ltd"),
                        "reason",
                        "Wrong name",
                        "idempotencyKey",
                        Ids.next().toString()),
                "InvoiceReissued");
        var anew = id("select id::text from invoice where replaces_id = '%s'", fee);
        clock.moveTo(due.plusDays(80));
        assertThat(status(anew)).isEqualTo("OPEN");
        assertThat(fees(anew)).isEmpty();
        assertThat(fees(fee)).isEmpty();
        assertThat(ofCustomer()).isEqualTo(1);
    }

    @Test
    void whileItIsDisputedNoFeeIsMadeAndOnlyTheLatestIsMadeAfterwards() {
        clock.moveTo(due);
        var payment = Till.payment(new Till(asOwner()).pay("card_success", invoice));
        asked(
                        "openSandboxDispute",
                        Map.of("paymentId", payment, "reason", "DUPLICATE"),
                        "__typename")
                .path("openSandboxDispute.__typename")
                .entity(String.class)
                .isEqualTo("SandboxDisputeOpened");
        assertThat(status(invoice)).isEqualTo("OPEN");
        set(Map.of("firstDays", 1, "everyDays", 2, "times", 5, "percent", "1"));
        clock.moveTo(due.plusDays(6));
        assertThat(noted()).isZero();

        act(
                "decideSandboxDispute",
                Map.of(
                        "disputeId",
                        id("select id::text from dispute where payment_id = '%s'", payment),
                        "won",
                        false),
                "SandboxDisputeDecided");
        clock.moveTo(due.plusDays(7));
        assertThat(fees()).containsExactly("4 7 1000.00 10.00 10.00");
        clock.moveTo(due.plusDays(30));
        assertThat(fees()).containsExactly("4 7 1000.00 10.00 10.00", "5 9 1000.00 10.00 10.00");
    }

    private long ofCustomer() {
        return Long.parseLong(
                text("select count(*)::text from late_fee where customer_id = '%s'", customer));
    }
}
