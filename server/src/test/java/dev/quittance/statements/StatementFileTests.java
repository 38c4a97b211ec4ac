package dev.quittance.statements;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfReader;
import com.itextpdf.kernel.pdf.canvas.parser.PdfTextExtractor;
import dev.quittance.identity.Browser;
import dev.quittance.identity.People;
import dev.quittance.payments.Books;
import dev.quittance.platform.Caller;
import dev.quittance.platform.Ids;
import dev.quittance.platform.Permission;
import dev.quittance.testing.IntegrationTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;

/** Statements as files: what is in them, and who may open them. */
@Tag("P77")
class StatementFileTests extends IntegrationTest {
    private static final String URLS =
            "query($c: ID!) { customer(id: $c) { statement(from: \"2029-12-01\", to: \"2030-01-01\", currency: USD) { pdfUrl csvUrl } } }"
                    .replace("currency: USD", "currency: \"USD\"");

    @Autowired Books books;
    @Autowired People people;
    private UUID customer = new UUID(0, 0);
    private UUID stranger = new UUID(0, 0);

    @BeforeAll
    void anAccount() {
        customer = books.customer("Ada");
        stranger = books.customer("Somebody else");
        books.invoice(customer, "USD", 10000, LocalDate.of(2029, 11, 20));
        var invoice = books.invoice(customer, "USD", 123456, LocalDate.of(2029, 12, 20));
        db.sql("update invoice set purchase_order = '=cmd|x \"y\", z' where id = :id")
                .bind("id", invoice)
                .then()
                .block();
        new Account(asOwner()).paid(invoice, "200.00", Map.of("reference", "@transfer"));
    }

    @Test
    void thePdfShowsTheAccountAndWhatIsOwed() throws IOException {
        var browser = people.portal(http(), customer);
        var answer = browser.follow(link(browser, "pdfUrl"));
        answer.expectStatus()
                .isOk()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PDF)
                .expectHeader()
                .valueEquals("Cache-Control", "no-store, private")
                .expectHeader()
                .valueMatches(
                        "Content-Disposition",
                        "inline; filename=.*statement-2029-12-01-to-2030-01-01-USD.pdf.*");
        var pdf = requireNonNull(answer.expectBody(byte[].class).returnResult().getResponseBody());

        assertThat(text(pdf))
                .contains("Statement of account", "Ada", "December 1, 2029 – January 1, 2030")
                .contains("$1,134.56 owed on January 1, 2030", "Opening balance", "100.00")
                .contains("Invoice T-", "1,234.56", "Payment RCP-2030-", "200.00", "1,134.56")
                .contains("31 to 60 days", "1 to 30 days overdue");
    }

    @Test
    void theCsvIsForSpreadsheetsAndHarmless() {
        var browser = people.portal(http(), customer);
        var csv = browser.follow(link(browser, "csvUrl"));
        csv.expectHeader()
                .valueMatches(
                        "Content-Disposition",
                        "attachment; filename=\"statement-2029-12-01-to-2030-01-01-USD.csv\"");
        var text = requireNonNull(csv.expectBody(String.class).returnResult().getResponseBody());

        assertThat(text.lines().toList())
                .hasSize(5)
                .satisfies(
                        lines -> {
                            assertThat(lines.get(0))
                                    .isEqualTo(
                                            "\uFEFFdate,kind,number,reference,due_on,value_on,charge,credit,balance,currency");
                            assertThat(lines.get(1))
                                    .isEqualTo("2029-12-01,Opening balance,,,,,,,100.00,USD");
                            assertThat(lines.get(2))
                                    .matches(
                                            "2029-12-06,Invoice,T-\\d+,\"'=cmd\\|x \"\"y\"\", z\",2029-12-20,,1234.56,,1334.56,USD");
                            assertThat(lines.get(3))
                                    .matches(
                                            "2030-01-01,Payment,RCP-2030-\\d+,'@transfer,,,,200.00,1134.56,USD");
                            assertThat(lines.get(4))
                                    .isEqualTo("2030-01-01,Closing balance,,,,,,,1134.56,USD");
                        });
    }

    @Test
    void aLinkOpensForNobodyElse() {
        var browser = people.portal(http(), customer);
        for (var form : new String[] {"pdfUrl", "csvUrl"}) {
            var link = link(browser, form);
            people.portal(http(), customer).follow(link).expectStatus().isForbidden();
            people.portal(http(), stranger).follow(link).expectStatus().isForbidden();
            http().get().uri(link).exchange().expectStatus().isForbidden();
            http(staff(Permission.values()))
                    .get()
                    .uri(link)
                    .exchange()
                    .expectStatus()
                    .isForbidden();
            browser.follow(link.substring(0, link.length() - 3) + "AAA")
                    .expectStatus()
                    .isNotFound();
            browser.follow(link).expectStatus().isOk();
        }
        browser.follow(StatementLinks.PATH + "x").expectStatus().isNotFound();
    }

    @Test
    void aClientsLinkOpensAsLongAsTheClientMayReadIt() {
        var client = client(null, Permission.INVOICE_READ, Permission.CUSTOMER_READ);
        var link =
                graphql(client)
                        .document(URLS)
                        .variable("c", customer)
                        .execute()
                        .path("customer.statement.csvUrl")
                        .entity(String.class)
                        .get();

        http(client).get().uri(link).exchange().expectStatus().isOk();
        http(same(client, null)).get().uri(link).exchange().expectStatus().isForbidden();
        http(same(client, stranger, Permission.INVOICE_READ))
                .get()
                .uri(link)
                .exchange()
                .expectStatus()
                .isForbidden();
        http(client(null, Permission.INVOICE_READ))
                .get()
                .uri(link)
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    private static Caller client(@Nullable UUID of, Permission... permissions) {
        return new Caller(Caller.Kind.CLIENT, Ids.next(), "Sync", Set.of(permissions), of, null);
    }

    private static Caller same(Caller client, @Nullable UUID of, Permission... permissions) {
        return new Caller(client.kind(), client.id(), client.name(), Set.of(permissions), of, null);
    }

    private String link(Browser browser, String form) {
        var answer =
                browser.graphql(URLS, Map.of("c", customer.toString()))
                        .expectStatus()
                        .isOk()
                        .expectBody(Map.class)
                        .returnResult()
                        .getResponseBody();
        return String.valueOf(
                Account.at(requireNonNull(answer), "data", "customer", "statement", form));
    }

    private static String text(byte[] file) throws IOException {
        var text = new StringBuilder();
        try (var pdf = new PdfDocument(new PdfReader(new ByteArrayInputStream(file)))) {
            for (var page = 1; page <= pdf.getNumberOfPages(); page++) {
                text.append(PdfTextExtractor.getTextFromPage(pdf.getPage(page))).append('\n');
            }
        }
        return text.toString();
    }
}
