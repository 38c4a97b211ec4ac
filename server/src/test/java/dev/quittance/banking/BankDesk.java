package dev.quittance.banking;

import static dev.quittance.banking.CamtSamples.entry;
import static dev.quittance.banking.CamtSamples.statement;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.payments.Books;
import dev.quittance.platform.Ids;
import dev.quittance.platform.Permission;
import dev.quittance.testing.IntegrationTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;

/** A desk where bank statements are dealt with: somebody owes, and files come in. */
abstract class BankDesk extends IntegrationTest {
    static final LocalDate MARCH = LocalDate.of(2030, 3, 1);
    static final ParameterizedTypeReference<Map<String, Object>> FACTS =
            new ParameterizedTypeReference<>() {};

    @Autowired Books books;
    @Autowired BankSteps steps;
    UUID ada;
    UUID invoice;
    String number;

    @BeforeEach
    void somebodyOwes() {
        db.sql(
                        """
                        update organization set bank_details = '[{"label": "IBAN", "value": "DE02 1203 0000 0000 2020 51"}]',
                               version = version + 1
                        """)
                .then()
                .block();
        ada = books.customer("Ada Lovelace");
        invoice = books.invoice(ada, "USD", 2580, MARCH);
        number = text("select number from invoice where id = '%s'".formatted(invoice));
    }

    @AfterEach
    void theBooksAgree() {
        books.mustAgree();
    }

    void rules(boolean exact) {
        asOwner()
                .document(
                        "mutation($exact: Boolean!) { updateBankRules(input: {bookExact: $exact}) { rules { bookExact } } }")
                .variable("exact", exact)
                .execute()
                .path("updateBankRules.rules.bookExact")
                .entity(Boolean.class)
                .isEqualTo(exact);
    }

    /** What BANK holds, in minor units. */
    long bank() {
        return Long.parseLong(
                text(
                        "select coalesce(sum(case when debit = 'BANK' then amount_minor else -amount_minor end), 0)::text from transfer where 'BANK' in (debit, credit)"));
    }

    String paidOn(String payment) {
        return text("select paid_on::text from payment where id = '%s'".formatted(payment));
    }

    Map<String, Object> bring(String body) {
        var id = upload(statement("02", CamtSamples.IBAN, body));
        assertThat(act("checkBankFile", Map.of("id", id)))
                .containsEntry("__typename", "BankFileChecked");
        assertThat(act("importBankFile", Map.of("id", id)))
                .containsEntry("__typename", "BankFileImported");
        return asOwner()
                .document("query($id: ID!) { bankFile(id: $id) { importedCount knownCount } }")
                .variable("id", id)
                .execute()
                .path("bankFile")
                .entity(FACTS)
                .get();
    }

    String upload(String content) {
        var answer =
                http(staff(Permission.PAYMENT_WRITE))
                        .post()
                        .uri("/bank-files?fileName=s.xml")
                        .contentType(MediaType.APPLICATION_XML)
                        .bodyValue(content)
                        .exchange()
                        .expectStatus()
                        .isCreated()
                        .expectBody(Map.class)
                        .returnResult()
                        .getResponseBody();
        return String.valueOf(requireNonNull(answer).get("id"));
    }

    String confirm(String entry, String key, UUID invoice, String amount) {
        var share =
                Map.of("invoiceId", invoice, "amount", Map.of("amount", amount, "currency", "USD"));
        return String.valueOf(
                act(
                                "confirmBankEntry",
                                Map.of(
                                        "entryId",
                                        entry,
                                        "customerId",
                                        ada,
                                        "shares",
                                        List.of(share),
                                        "idempotencyKey",
                                        key + entry))
                        .get("__typename"));
    }

    Map<String, Object> act(String mutation, Map<String, ?> input) {
        var type = Character.toUpperCase(mutation.charAt(0)) + mutation.substring(1) + "Input";
        return asOwner()
                .document(
                        "mutation($i: %s!) { %s(input: $i) { __typename ... on Problem { message } } }"
                                .formatted(type, mutation))
                .variable("i", input)
                .execute()
                .path(mutation)
                .entity(FACTS)
                .get();
    }

    String entryId() {
        return text("select id::text from bank_entry order by id desc limit 1");
    }

    static String ref() {
        return Ids.next().toString();
    }

    String text(String sql) {
        return requireNonNull(db.sql(sql).mapValue(String.class).one().block());
    }
}
