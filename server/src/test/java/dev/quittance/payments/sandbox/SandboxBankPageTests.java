package dev.quittance.payments.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.payments.ChargeCreation.Created;
import dev.quittance.payments.ChargeOrder;
import dev.quittance.payments.ChargeOutcome;
import dev.quittance.payments.ChargeOutcome.ActionNeeded;
import dev.quittance.payments.ChargeSource.EnteredCard;
import dev.quittance.payments.Gateways;
import dev.quittance.payments.PaymentGateway;
import dev.quittance.platform.Ids;
import dev.quittance.testing.IntegrationTest;
import java.time.Instant;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;

/** The page of the sandbox's bank: it can answer for one charge and do nothing else. */
class SandboxBankPageTests extends IntegrationTest {
    @Autowired Gateways gateways;

    @Test
    void itShowsWhatIsPaidAndNoMarkupOfOthers() {
        var path = page("INV-1 <script>alert(1)</script>");

        http().get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("X-Frame-Options", "SAMEORIGIN")
                .expectHeader()
                .valueEquals("Referrer-Policy", "same-origin")
                .expectHeader()
                .doesNotExist("Set-Cookie")
                .expectBody(String.class)
                .value(
                        html ->
                                assertThat(html)
                                        .contains("USD 10.00", "Visa •••• 3220", "&lt;script&gt;")
                                        .doesNotContain("<script"));
        http().get().uri("/sandbox/bank.css").exchange().expectStatus().isOk();
    }

    @Test
    void aReferenceNobodyKnowsIsNotThere() {
        var path = "/sandbox/confirm/sbx_" + "0".repeat(48);

        http().get().uri(path).exchange().expectStatus().isNotFound();
        post(path, "confirm").expectStatus().isNotFound();
    }

    @Test
    void anAnswerCountsOnceAndOnlyWhileTheBankWaits() {
        var path = page("INV-1");
        var reference = path.substring(path.lastIndexOf('/') + 1);

        post(path, "nonsense").expectStatus().isSeeOther().expectHeader().location(path);
        post(path, "confirm").expectStatus().isSeeOther();

        assertThat(gateway().retrieve(reference).block())
                .isInstanceOf(ChargeOutcome.Declined.class);
    }

    private WebTestClient.ResponseSpec post(String path, String answer) {
        return http().post()
                .uri(path)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(BodyInserters.fromFormData("answer", answer))
                .exchange();
    }

    /** A charge the bank waits for; the path of its page. */
    private String page(String description) {
        var order =
                new ChargeOrder(
                        "key " + Ids.next(),
                        Ids.next(),
                        Instant.now(),
                        Money.of(CurrencyUnit.USD, 10),
                        new EnteredCard("card_requires_confirmation", false),
                        description);
        var outcome =
                gateway()
                        .create(order)
                        .cast(Created.class)
                        .flatMap(made -> gateway().confirm(order, made.reference()))
                        .block();
        assertThat(outcome).isInstanceOf(ActionNeeded.class);
        return outcome instanceof ActionNeeded(var url) ? url : "";
    }

    private PaymentGateway gateway() {
        return gateways.present().orElseThrow();
    }
}
