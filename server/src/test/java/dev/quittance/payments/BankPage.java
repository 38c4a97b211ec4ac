package dev.quittance.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;

/** The page on which the sandbox bank asks payers. */
public record BankPage(WebTestClient http, DatabaseClient db) {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int LOOKS = 400;

    /** The customer answers for their charge that waits for it; ends when that is known here. */
    public void answer(UUID customer, String answer) throws InterruptedException {
        http.post()
                .uri(Objects.requireNonNull(waiting(customer)))
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(BodyInserters.fromFormData("answer", answer))
                .exchange()
                .expectStatus()
                .isSeeOther();
        for (var i = 0; i < LOOKS && waiting(customer) != null; i++) {
            Thread.sleep(50);
        }
        assertThat(waiting(customer)).isNull();
    }

    private @Nullable String waiting(UUID customer) {
        return db.sql(
                        """
                        select a.action_url from payment_attempt a join payment p on p.id = a.payment_id
                         where p.customer_id = :customer and a.state = 'REQUIRES_ACTION'
                        """)
                .bind("customer", customer)
                .mapValue(String.class)
                .one()
                .block(PATIENCE);
    }
}
