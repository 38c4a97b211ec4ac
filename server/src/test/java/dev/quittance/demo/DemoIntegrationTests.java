package dev.quittance.demo;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.ledger.BooksRules;
import dev.quittance.testing.IntegrationTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class DemoIntegrationTests extends IntegrationTest {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    @Autowired private DemoStory story;
    @Autowired private BooksRules rules;

    @Test
    void theDemoLooksAlive() {
        var began = Instant.now();
        assertThat(story.tell().block(PATIENCE)).isTrue();
        System.out.printf(
                "Demo data was made in %,d ms.%n",
                Duration.between(began, Instant.now()).toMillis());

        assertThat(clock.today()).isEqualTo(LocalDate.of(2030, 1, 1));
        assertThat(count("select count(*) from customer")).isEqualTo(DemoCustomers.ALL.size());
        assertThat(count("select count(distinct currency) from invoice")).isEqualTo(4);
        assertThat(count("select count(*) from invoice where status = 'PAID'")).isGreaterThan(20);
        assertThat(
                        count(
                                "select count(*) from invoice where status = 'OPEN' and due_on < '2030-01-01'"))
                .isGreaterThan(3);
        assertThat(
                        count(
                                "select count(*) from invoice where status = 'OPEN' and due_on >= '2030-01-01'"))
                .isPositive();
        assertThat(count("select count(distinct date_trunc('month', issued_on)) from invoice"))
                .isEqualTo(7);
        assertThat(
                        count(
                                "select count(*) from payment where method = 'CARD' and status = 'SUCCEEDED'"))
                .isGreaterThan(5);
        assertThat(count("select count(*) from payment where method = 'BANK_TRANSFER'"))
                .isGreaterThan(5);
        assertThat(
                        count(
                                "select count(*) from invoice i join customer c on c.id = i.customer_id where c.name = 'Open Garden e.V.'"))
                .isZero();
        assertThat(
                        count(
                                "select count(*) from customer c where not exists (select from subscription s where s.customer_id = c.id)"))
                .isZero();
        asOwner()
                .document(
                        "{ overview(months: 12) { currency outstanding { amount } overdue { amount } months { billed { amount } collected { amount } } } customers(filter: {faulty: true}) { totalCount } parkedCustomers { totalCount } }")
                .execute()
                .path("overview.currency")
                .entity(String.class)
                .isEqualTo("EUR")
                .path("customers.totalCount")
                .entity(Integer.class)
                .isEqualTo(0)
                .path("parkedCustomers.totalCount")
                .entity(Integer.class)
                .isEqualTo(0);

        assertThat(rules.differences().collectList().block(PATIENCE)).isEmpty();
        signIn("console", DemoSignIns.STAFF.getFirst().email());
        signIn("portal", DemoCustomers.NORA.email());

        var invoices = count("select count(*) from invoice");
        assertThat(story.tell().block(PATIENCE)).isTrue();
        assertThat(count("select count(*) from invoice")).isEqualTo(invoices);
    }

    private void signIn(String app, String email) {
        http().post()
                .uri("/auth/sign-in")
                .header("X-Quittance-App", app)
                .bodyValue(Map.of("email", email, "password", DemoSignIns.PASSWORD))
                .exchange()
                .expectStatus()
                .isNoContent();
    }

    private long count(String sql) {
        return requireNonNull(db.sql(sql).mapValue(Long.class).one().block());
    }
}
