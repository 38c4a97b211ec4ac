package dev.quittance.invoicing;

import static org.assertj.core.api.Assertions.assertThat;

import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfReader;
import com.itextpdf.kernel.pdf.canvas.parser.PdfTextExtractor;
import dev.quittance.documents.DocumentFile;
import dev.quittance.documents.DocumentKind;
import dev.quittance.documents.Documents;
import dev.quittance.platform.Ids;
import dev.quittance.testing.IntegrationTest;
import dev.quittance.testing.Sales;
import dev.quittance.testing.Statements;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ParameterizedTypeReference;

class TaxOnDocumentsIntegrationTests extends IntegrationTest {
    private static final LocalDate TODAY = LocalDate.of(2030, 1, 1);
    private static final String INVOICE =
            """
            query($id: ID!) { invoice(id: $id) {
              id number status net { amount } tax { amount } rounding { amount } total { amount } amountDue { amount }
              cashRounding { increment } taxExchange { currency rate on tax { amount } }
              taxRows { label code tax { amount } exchanged { amount currency } }
              lines { id taxLabel explanation }
              creditNotes { rounding { amount } tax { amount } total { amount } taxExchange { tax { amount } } }
            } }
            """;

    @Autowired private Documents documents;
    @Autowired private Drafts drafts;
    private Sales sales;
    private UUID services = new UUID(0, 0);
    private UUID customer = new UUID(0, 0);

    @BeforeAll
    void open() {
        sales = new Sales(db);
        services = sales.inGermany();
        customer = sales.customer("Ada Löwe");
        sales.address(customer, "DE");
    }

    @Test
    void aRoundedInvoiceIsBookedShownAndGivenBackInPartsWholly() throws IOException {
        act(
                "updateTaxSettings",
                "UpdateTaxSettingsInput",
                Map.of("cashRounding", List.of(Map.of("currency", "CHF", "increment", "0.05"))),
                "TaxSettingsUpdated { taxSettings { rounding } }");
        rate("CHF", "2029-12-31", "1.05");
        var id = post("CHF", "3.34", "3.34", "3.34");
        act(
                "updateTaxSettings",
                "UpdateTaxSettingsInput",
                Map.of("cashRounding", List.of()),
                "TaxSettingsUpdated { taxSettings { rounding } }");
        rate("CHF", "2030-01-01", "2");
        var invoice = invoice(id);

        assertThat(at(invoice, "tax.amount", "rounding.amount", "total.amount"))
                .containsExactly("1.90", "-0.02", "11.90");
        assertThat(
                        at(
                                invoice,
                                "cashRounding.increment",
                                "taxExchange.rate",
                                "taxExchange.tax.amount"))
                .containsExactly("0.05", "1.05", "2.00");
        assertThat(booked(id))
                .containsExactly("INVOICE_LINE 1002", "INVOICE_ROUNDING 2", "INVOICE_TAX 190");
        assertThat(text(documents.pdf(DocumentKind.INVOICE, id).block()))
                .contains("Rounding to CHF", "Tax in EUR", "1 CHF = 1.05 EUR", "December 31, 2029");

        for (var i = 0; i < 3; i++) {
            credit(id, at(invoice, "lines.%d.id".formatted(i)).getFirst());
        }
        var credited = invoice(id);
        assertThat(at(credited, "status", "amountDue.amount")).containsExactly("PAID", "0.00");
        assertThat(sum(credited, "creditNotes", "total")).isEqualTo("11.90");
        assertThat(sum(credited, "creditNotes", "tax")).isEqualTo("1.90");
        assertThat(at(credited, "creditNotes.0.total.amount", "creditNotes.0.rounding.amount"))
                .containsExactly("3.95", "-0.02");
        assertThat(
                        db.sql(
                                        "select sum(exchanged_minor)::bigint from credit_note_tax t join credit_note n on n.id = t.credit_note_id where n.invoice_id = :id")
                                .bind("id", id)
                                .mapValue(Long.class)
                                .one()
                                .block())
                .isEqualTo(200L);
        assertThat(
                        db.sql(
                                        "select receivable_minor from balance where customer_id = :customer and currency = 'CHF'")
                                .bind("customer", customer)
                                .mapValue(Long.class)
                                .one()
                                .block())
                .isZero();
    }

    @Test
    void roundedLineByLineEachLineSaysItsTax() {
        settings("PER_LINE");
        var id = post("EUR", "10.03", "10.03", "10.03");
        settings("PER_DOCUMENT");
        var invoice = invoice(id);

        assertThat(at(invoice, "tax.amount", "total.amount")).containsExactly("5.73", "35.82");
        assertThat(Objects.toString(at(invoice, "lines.0.explanation").getFirst()))
                .contains("Tax rounded in this line: VAT 19 % is EUR 1.91");
        for (var i = 0; i < 3; i++) {
            credit(id, at(invoice, "lines.%d.id".formatted(i)).getFirst());
        }
        assertThat(at(invoice(id), "creditNotes.0.tax.amount", "creditNotes.2.tax.amount"))
                .containsExactly("1.91", "1.91");
        assertThat(at(invoice(id), "status")).containsExactly("PAID");
        assertThat(at(invoice(post("EUR", "10.03", "10.03", "10.03")), "tax.amount"))
                .containsExactly("5.72");
    }

    @Test
    void withoutARateOfExchangeAForeignInvoiceIsRefused() {
        var answer = postDraft("SEK", "100.00");

        assertThat(answer.get("__typename")).isEqualTo("Unbillable");
        assertThat(answer.get("message"))
                .isEqualTo(
                        "No rate of exchange from SEK to EUR holds on 2030-01-01, and the tax must be shown in EUR"
                                + " too. Enter one in the settings.");
        rate("SEK", "2029-12-01", "0.09");
        assertThat(postDraft("SEK", "100.00").get("__typename")).isEqualTo("Unbillable");
        rate("SEK", "2029-12-26", "0.09");
        assertThat(postDraft("SEK", "100.00").get("__typename")).isEqualTo("InvoiceDraftPosted");
    }

    @Test
    void whateverABatchHoldsItIsDraftedInAsManyStatements() {
        rate("PLN", "2030-01-01", "0.23");
        var one = statements(1);

        assertThat(statements(60)).isEqualTo(one);
    }

    private int statements(int count) {
        var orders =
                IntStream.range(0, count)
                        .mapToObj(
                                i -> {
                                    var currency = i % 2 == 0 ? "PLN" : "EUR";
                                    var buyer =
                                            sales.customer("Buyer %d of %d".formatted(i, count));
                                    sales.address(buyer, "DE");
                                    var charge =
                                            Charges.of(
                                                    Money.parse(currency + " 10.00"),
                                                    services,
                                                    false);
                                    return new InvoiceOrder(buyer, null, currency, List.of(charge));
                                })
                        .toList();
        drafts.of(orders, TODAY).block();
        return Statements.during(
                        () ->
                                assertThat(Objects.requireNonNull(drafts.of(orders, TODAY).block()))
                                        .allMatch(Drafting.InvoiceDraft.class::isInstance))
                .size();
    }

    private void settings(String rounding) {
        act(
                "updateTaxSettings",
                "UpdateTaxSettingsInput",
                Map.of("rounding", rounding),
                "TaxSettingsUpdated { taxSettings { rounding } }");
    }

    private void rate(String currency, String on, String rate) {
        act(
                "setExchangeRate",
                "SetExchangeRateInput",
                Map.of("currency", currency, "on", on, "rate", rate),
                "ExchangeRateSet { exchangeRate { rate } }");
    }

    private UUID post(String currency, String... prices) {
        var answer = postDraft(currency, prices);
        assertThat(answer.get("__typename")).as("%s", answer).isEqualTo("InvoiceDraftPosted");
        return UUID.fromString(at(answer, "invoice.id").getFirst().toString());
    }

    private Map<String, Object> postDraft(String currency, String... prices) {
        var lines =
                List.of(prices).stream()
                        .map(
                                price ->
                                        Map.of(
                                                "description",
                                                "Work",
                                                "unitPrice",
                                                price,
                                                "taxCategoryId",
                                                services.toString()))
                        .toList();
        var created =
                act(
                        "createInvoiceDraft",
                        "CreateInvoiceDraftInput",
                        Map.of(
                                "entry",
                                Map.of(
                                        "customerId", customer.toString(),
                                        "currency", currency,
                                        "lines", lines),
                                "idempotencyKey",
                                Ids.next().toString()),
                        "InvoiceDraftSaved { draft { id version } }");
        return act(
                "postInvoiceDraft",
                "PostInvoiceDraftInput",
                Map.of(
                        "id", at(created, "draft.id").getFirst(),
                        "version", at(created, "draft.version").getFirst(),
                        "idempotencyKey", Ids.next().toString()),
                "InvoiceDraftPosted { invoice { id } } ... on Unbillable { message }");
    }

    private void credit(UUID invoice, @Nullable Object line) {
        act(
                "creditInvoice",
                "CreditInvoiceInput",
                Map.of(
                        "invoiceId", invoice.toString(),
                        "lines",
                                List.of(
                                        Map.of(
                                                "lineId",
                                                Objects.requireNonNull(line),
                                                "quantity",
                                                "1")),
                        "reason", "Not as agreed",
                        "idempotencyKey", Ids.next().toString()),
                "InvoiceCredited { creditNote { id } }");
    }

    private List<String> booked(UUID invoice) {
        return Objects.requireNonNull(
                db.sql(
                                """
                                select reason || ' ' || sum(amount_minor) from transfer
                                 where source_id = :id group by reason order by reason
                                """)
                        .bind("id", invoice)
                        .mapValue(String.class)
                        .all()
                        .collectList()
                        .block());
    }

    private Map<String, Object> invoice(UUID id) {
        return asOwner()
                .document(INVOICE)
                .variable("id", id)
                .execute()
                .path("invoice")
                .entity(new ParameterizedTypeReference<Map<String, Object>>() {})
                .get();
    }

    private Map<String, Object> act(
            String mutation, String type, Map<String, Object> input, String wanted) {
        return asOwner()
                .document(
                        "mutation($input: %s!) { %s(input: $input) { __typename ... on %s ... on InvalidInput { fields { path message } } } }"
                                .formatted(type, mutation, wanted))
                .variable("input", input)
                .execute()
                .path(mutation)
                .entity(new ParameterizedTypeReference<Map<String, Object>>() {})
                .get();
    }

    private static String sum(Map<String, Object> invoice, String list, String amount) {
        var sum = BigDecimal.ZERO;
        for (var one : (List<?>) Objects.requireNonNull(invoice.get(list))) {
            sum =
                    sum.add(
                            new BigDecimal(
                                    ((Map<?, ?>) ((Map<?, ?>) one).get(amount))
                                            .get("amount")
                                            .toString()));
        }
        return sum.toPlainString();
    }

    private static List<@Nullable Object> at(Map<String, Object> answer, String... paths) {
        var found = new ArrayList<@Nullable Object>();
        for (var path : paths) {
            Object here = answer;
            for (var step : path.split("\\.")) {
                here =
                        switch (here) {
                            case Map<?, ?> map -> map.get(step);
                            case List<?> list -> list.get(Integer.parseInt(step));
                            case null, default -> null;
                        };
            }
            found.add(here);
        }
        return found;
    }

    private static String text(@Nullable DocumentFile file) throws IOException {
        try (var document =
                new PdfDocument(
                        new PdfReader(
                                new ByteArrayInputStream(Objects.requireNonNull(file).pdf())))) {
            return PdfTextExtractor.getTextFromPage(document.getPage(1));
        }
    }
}
