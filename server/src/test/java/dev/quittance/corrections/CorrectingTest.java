package dev.quittance.corrections;

import static dev.quittance.corrections.Desk.at;
import static dev.quittance.corrections.Desk.part;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.billing.BillRunKind;
import dev.quittance.billing.BillRuns;
import dev.quittance.payments.Books;
import dev.quittance.platform.Ids;
import dev.quittance.testing.IntegrationTest;
import dev.quittance.testing.Sales;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** A bill of three lines, and a clerk who puts it right. */
abstract class CorrectingTest extends IntegrationTest {
    static final LocalDate TODAY = LocalDate.of(2030, 1, 1);

    @Autowired BillRuns runs;
    @Autowired Books books;
    Sales sales;
    Desk desk;
    UUID services = new UUID(0, 0);
    UUID plan = new UUID(0, 0);
    UUID ada = new UUID(0, 0);
    UUID invoice = new UUID(0, 0);

    @BeforeAll
    void somethingToSell() {
        sales = new Sales(db);
        services = sales.inGermany();
        plan = sales.plan("EUR", "10.03", services, false);
    }

    @BeforeEach
    void aBillOfThreeLines() {
        desk = new Desk(asOwner());
        ada = sales.customer("Ada Löwe");
        sales.address(ada, "DE");
        sales.subscribe(ada, plan, TODAY);
        sales.subscribe(ada, plan, TODAY);
        sales.subscribe(ada, plan, TODAY);
        runs.run(BillRunKind.POST, TODAY, null).block(Duration.ofMinutes(1));
        invoice = id("select id from invoice where customer_id = '%s'".formatted(ada));
    }

    void mustAgree() {
        books.mustAgree();
        assertThat(figure(Explained.CREDITS)).as("credit notes without their bookings").isZero();
    }

    Map<String, Object> whole(int index) {
        return part(line(index), "1", null, "EUR");
    }

    Object line(int index) {
        return at(desk.invoice(invoice), "lines.%d.id".formatted(index));
    }

    long credit() {
        return books.credit(ada);
    }

    void pay(UUID id) {
        var input =
                Map.of(
                        "invoiceIds", List.of(id),
                        "method", "BANK_TRANSFER",
                        "idempotencyKey", Ids.next().toString());
        asOwner()
                .document(
                        "mutation($i: ConfirmOfflinePaymentInput!) { confirmOfflinePayment(input: $i) { __typename } }")
                .variable("i", input)
                .execute()
                .path("confirmOfflinePayment.__typename")
                .entity(String.class)
                .isEqualTo("PaymentSucceeded");
    }

    UUID id(String sql) {
        return Objects.requireNonNull(
                db.sql(sql).mapValue(UUID.class).one().block(Duration.ofSeconds(10)));
    }

    long figure(String sql, Object... arguments) {
        return sales.figure(sql.formatted(arguments)).longValueExact();
    }
}
