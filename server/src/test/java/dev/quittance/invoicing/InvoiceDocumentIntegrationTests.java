package dev.quittance.invoicing;

import static org.assertj.core.api.Assertions.assertThat;

import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfReader;
import com.itextpdf.kernel.pdf.canvas.parser.PdfTextExtractor;
import dev.quittance.billing.BillRunKind;
import dev.quittance.billing.BillRuns;
import dev.quittance.documents.DocumentFile;
import dev.quittance.documents.DocumentKind;
import dev.quittance.documents.Documents;
import dev.quittance.identity.Browser;
import dev.quittance.identity.People;
import dev.quittance.platform.Caller;
import dev.quittance.platform.Ids;
import dev.quittance.platform.Permission;
import dev.quittance.testing.IntegrationTest;
import dev.quittance.testing.Sales;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import reactor.core.publisher.Flux;

class InvoiceDocumentIntegrationTests extends IntegrationTest {
    private static final LocalDate TODAY = LocalDate.of(2030, 1, 1);
    private static final String URL = "query($id: ID!) { invoice(id: $id) { pdfUrl } }";

    @Autowired private BillRuns runs;
    @Autowired private Documents documents;
    @Autowired private People people;
    private Sales sales;
    private UUID customer = new UUID(0, 0);
    private UUID stranger = new UUID(0, 0);
    private UUID invoice = new UUID(0, 0);

    @BeforeAll
    void bill() {
        sales = new Sales(db);
        var plan = sales.plan("EUR", "100", sales.inGermany(), false);
        customer = sales.customer("Księgarnia Łódź");
        sales.address(customer, "PL");
        sales.run(
                "update customer set invoice_note = 'Dziękujemy', purchase_order = 'PO 4711', locale = 'pl' where id = '%s'"
                        .formatted(customer));
        stranger = sales.customer("Somebody else");
        sales.subscribe(customer, plan, TODAY);
        runs.run(BillRunKind.POST, TODAY, null).block(Duration.ofMinutes(1));
        invoice =
                Objects.requireNonNull(
                        db.sql("select id from invoice").mapValue(UUID.class).one().block());
    }

    @Test
    @Tag("A18")
    @Tag("L19")
    void itShowsAllThatADocumentShows() throws IOException {
        var text = text(documents.pdf(DocumentKind.INVOICE, invoice).block());

        assertThat(text)
                .contains("Invoice", "INV-2030-000001", "1 stycznia 2030", "15 stycznia 2030")
                .contains("Nordwind Telecom GmbH", "Tax ID DE123456788", "20457 Hamburg", "Germany")
                .contains("Księgarnia Łódź", "ul. Długa 1", "90-001 Łódź", "Poland")
                .contains("PO 4711", "Dziękujemy", "IBAN", "DE89 3704 0044 0532 0130 00")
                .contains("Payment reference", "VAT 19 %", "119,00", "19,00");
    }

    @Test
    void itIsMadeOnceAndKept() {
        drain();
        var made = documents.pdf(DocumentKind.INVOICE, invoice).block();
        sales.run("update organization set legal_name = 'Renamed', version = version + 1");

        var all =
                Flux.range(0, 10)
                        .flatMap(_ -> documents.pdf(DocumentKind.INVOICE, invoice), 10)
                        .collectList()
                        .block();

        assertThat(made).isNotNull();
        assertThat(all).allSatisfy(one -> assertThat(one.pdf()).isEqualTo(made.pdf()));
        assertThat(sales.figure("select count(*) from document_file")).isEqualByComparingTo("1");
        sales.run(
                "update organization set legal_name = 'Nordwind Telecom GmbH', version = version + 1");
    }

    @Test
    @Tag("A32")
    void theLinkOpensInTheSessionItWasMadeFor() {
        var browser = people.portal(http(), customer);

        browser.follow(link(browser))
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PDF)
                .expectHeader()
                .valueEquals("Cache-Control", "no-store, private")
                .expectHeader()
                .valueEquals("Referrer-Policy", "no-referrer")
                .expectHeader()
                .valueMatches("Content-Disposition", "inline; filename=.*INV-2030-000001.pdf.*")
                .expectBody(byte[].class)
                .value(pdf -> assertThat(pdf).startsWith('%', 'P', 'D', 'F'));
    }

    @Test
    void inAnotherSessionItDoesNotOpen() {
        var browser = people.portal(http(), customer);
        var link = link(browser);

        people.portal(http(), customer).follow(link).expectStatus().isForbidden();
        people.portal(http(), stranger).follow(link).expectStatus().isForbidden();
        http().get().uri(link).exchange().expectStatus().isForbidden();
        http(staff(Permission.values())).get().uri(link).exchange().expectStatus().isForbidden();
    }

    @Test
    void aChangedLinkLeadsNowhere() {
        var browser = people.portal(http(), customer);
        var link = link(browser);
        var changed = link.substring(0, link.length() - 3) + (link.endsWith("AAA") ? "BBB" : "AAA");

        browser.follow(changed).expectStatus().isNotFound();
        browser.follow("/documents/" + invoice).expectStatus().isNotFound();
        browser.follow("/documents/x").expectStatus().isNotFound();
    }

    @Test
    void aClientsLinkOpensForThatClient() {
        var client = client(null);
        var link =
                graphql(client)
                        .document(URL)
                        .variable("id", invoice)
                        .execute()
                        .path("invoice.pdfUrl")
                        .entity(String.class)
                        .get();

        http(client).get().uri(link).exchange().expectStatus().isOk();
        http(client(null)).get().uri(link).exchange().expectStatus().isForbidden();
        var bound = new Caller(client.kind(), client.id(), client.name(), Set.of(), stranger, null);
        http(bound).get().uri(link).exchange().expectStatus().isForbidden();
    }

    private static Caller client(@Nullable UUID of) {
        return new Caller(
                Caller.Kind.CLIENT,
                Ids.next(),
                "Ledger sync",
                Set.of(Permission.INVOICE_READ),
                of,
                null);
    }

    private String link(Browser browser) {
        var answer =
                browser.graphql(URL, Map.of("id", invoice.toString()))
                        .expectStatus()
                        .isOk()
                        .expectBody(Map.class)
                        .returnResult()
                        .getResponseBody();
        var data = (Map<?, ?>) Objects.requireNonNull(answer).get("data");
        return String.valueOf(
                ((Map<?, ?>) Objects.requireNonNull(data).get("invoice")).get("pdfUrl"));
    }

    private static String text(DocumentFile file) throws IOException {
        try (var pdf =
                new PdfDocument(
                        new PdfReader(
                                new ByteArrayInputStream(Objects.requireNonNull(file).pdf())))) {
            return PdfTextExtractor.getTextFromPage(pdf.getPage(1));
        }
    }
}
