package dev.quittance.payments.sandbox;

import dev.quittance.payments.DisputeReason;
import dev.quittance.payments.DisputeRehearsal;
import dev.quittance.payments.GatewayContract;
import dev.quittance.payments.Gateways;
import dev.quittance.payments.PaymentGateway;
import dev.quittance.payments.StrangeRefunds;
import dev.quittance.platform.Caller;
import dev.quittance.platform.Ids;
import dev.quittance.testing.IntegrationTest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.joda.money.Money;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.BodyInserters;

class SandboxContractTests extends IntegrationTest implements GatewayContract {
    @Autowired private Gateways gateways;
    @Autowired private DisputeRehearsal rehearsal;

    @Override
    public PaymentGateway gateway() {
        return gateways.named("sandbox");
    }

    @Override
    public UUID customer() {
        return Ids.next();
    }

    @Override
    public String token(Behaviour card) {
        return switch (card) {
            case PAYS -> SandboxCard.SUCCESS.token();
            case ASKS -> SandboxCard.CONFIRMATION.token();
            case ALWAYS_ASKS -> SandboxCard.ALWAYS_ASKS.token();
            case INSUFFICIENT_FUNDS -> SandboxCard.INSUFFICIENT_FUNDS.token();
            case STOLEN -> SandboxCard.LOST_OR_STOLEN.token();
            case EXPIRED -> SandboxCard.EXPIRED.token();
            case SETTLES_LATER -> SandboxCard.PROCESSING.token();
            case REFUND_LATER -> SandboxCard.REFUND_LATER.token();
            case REFUND_FAILS -> SandboxCard.REFUND_FAILS.token();
        };
    }

    @Override
    public void decide(String page, boolean confirmed) {
        http(Caller.ANONYMOUS)
                .post()
                .uri(page)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(BodyInserters.fromFormData("answer", confirmed ? "confirm" : "refuse"))
                .exchange()
                .expectStatus()
                .is3xxRedirection();
    }

    @Override
    public void settle(String reference) {
        for (var table : new String[] {"sandbox_charge", "sandbox_refund"}) {
            db.sql("update %s set settles_at = clock_timestamp() where id = :id".formatted(table))
                    .bind("id", reference)
                    .then()
                    .block(Duration.ofSeconds(20));
        }
    }

    @Override
    public String refundElsewhere(String charge, Money amount) {
        return new StrangeRefunds(db).sandbox(charge, amount.getAmountMinorLong());
    }

    @Override
    public String dispute(String charge) {
        return Objects.requireNonNull(
                        rehearsal
                                .open(charge, null, DisputeReason.FRAUDULENT)
                                .block(Duration.ofSeconds(20)))
                .reference();
    }

    @Override
    public void decideDispute(String dispute, boolean won) {
        rehearsal.decide(dispute, won).block(Duration.ofSeconds(20));
    }

    /** Asking for payouts sends one. */
    @Override
    public void payOut() {}

    @Override
    public LocalDate since() {
        return LocalDate.of(2000, 1, 1);
    }
}
