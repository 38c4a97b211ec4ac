package dev.quittance.drafts;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.payments.Books;
import dev.quittance.platform.Ids;
import dev.quittance.testing.IntegrationTest;
import dev.quittance.testing.Sales;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;

/** Invoices by hand. */
class DraftTests extends IntegrationTest {
    private static final String DRAFT =
            """
            id version fault currency entry { taxInclusive lines { description quantity unitPrice } note dueDays }
            preview { net { amount } tax { amount } total { amount } dueOn
                      lines { net { amount } gross { amount } taxLabel explanation } taxRows { label tax { amount } } }
            """;

    private static final String REFUSALS =
            """
            ... on InvalidInput { message fields { path message } }
            """;

    @Autowired private Books books;
    private Sales sales;
    private UUID services = new UUID(0, 0);
    private UUID reduced = new UUID(0, 0);
    private UUID ada = new UUID(0, 0);
    private @Nullable GraphQlTester owner;

    @BeforeAll
    void aMerchant() {
        sales = new Sales(db);
        services = sales.inGermany();
        reduced = Ids.next();
        sales.run("insert into tax_category (id, name) values ('%s', 'Books')".formatted(reduced));
        sales.rate(reduced, "DE", "7", "REDUCED");
    }

    @BeforeEach
    void aCustomer() {
        owner = asOwner();
        ada = sales.customer("Żaneta Świętochłowska-Wąs");
        sales.address(ada, "DE");
    }

    @Test
    void anInvoiceIsWrittenChangedAndPosted() {
        var made = create(entry(line("Consulting", "2", "100", services)));
        made.path("createInvoiceDraft.draft.preview.total.amount")
                .entity(String.class)
                .isEqualTo("238.00");
        var id = text(made, "createInvoiceDraft.draft.id");

        var changed =
                update(
                        id,
                        1,
                        entry(
                                line("Consulting", "2", "100", services),
                                line("Book", "1", "10", reduced)));
        changed.path("updateInvoiceDraft.draft.version").entity(Integer.class).isEqualTo(2);
        changed.path("updateInvoiceDraft.draft.preview.total.amount")
                .entity(String.class)
                .isEqualTo("248.70");

        var posted = post(id, 2, Ids.next().toString());
        posted.path("postInvoiceDraft.invoice.id").entity(String.class).isEqualTo(id);
        posted.path("postInvoiceDraft.invoice.total.amount")
                .entity(String.class)
                .isEqualTo("248.70");
        posted.path("postInvoiceDraft.invoice.number")
                .entity(String.class)
                .satisfies(number -> assertThat(number).startsWith("INV-2030-"));
        posted.path("postInvoiceDraft.invoice.dueOn").entity(String.class).isEqualTo("2030-01-15");
        posted.path("postInvoiceDraft.invoice.history.edges[*].node.what")
                .entityList(String.class)
                .containsExactly("invoice posted", "draft changed", "draft written");
        assertThat(books.number("select count(*) from invoice_draft where id = '%s'".formatted(id)))
                .isZero();
        books.mustAgree();
        drain();
        assertThat(
                        books.number(
                                "select count(*) from mail where customer_id = '%s'"
                                        .formatted(ada)))
                .isEqualTo(1);
    }

    @Test
    void anInclusivePriceStaysWhatWasPromised() {
        var entry = entry(line("Licence", "1", "353.90", services));
        entry.put("taxInclusive", true);

        var preview = preview(entry);

        preview.path("previewInvoice.net.amount").entity(String.class).isEqualTo("297.39");
        preview.path("previewInvoice.tax.amount").entity(String.class).isEqualTo("56.51");
        preview.path("previewInvoice.total.amount").entity(String.class).isEqualTo("353.90");
    }

    @Test
    void aHundredLinesWithTwoRatesAndADiscountAddUp() {
        var lines = new ArrayList<Map<String, Object>>();
        for (var i = 0; i < 100; i++) {
            lines.add(line("Line " + i, "1", "10.03", i % 2 == 0 ? services : reduced));
        }
        var entry = entry(lines);
        entry.put("discountPercent", "5");
        entry.put("discountAmount", Map.of("amount", "10.00", "currency", "EUR"));
        var made = create(entry);
        var id = text(made, "createInvoiceDraft.draft.id");

        var posted = post(id, 1, Ids.next().toString());

        // 1,003.00 − 5 % = 952.85, less 10.00 = 942.85, half of it at each rate but for rounding.
        // The first 15 lines cost 9.42, the others 9.43: 471.42 at 19 %, 471.43 at 7 %.
        posted.path("postInvoiceDraft.invoice.net.amount").entity(String.class).isEqualTo("942.85");
        posted.path("postInvoiceDraft.invoice.tax.amount").entity(String.class).isEqualTo("122.57");
        posted.path("postInvoiceDraft.invoice.total.amount")
                .entity(String.class)
                .isEqualTo("1065.42");
        assertThat(
                        books.number(
                                "select tax_minor from invoice_tax where percent = 19 and invoice_id = '%s'"
                                        .formatted(id)))
                .isEqualTo(8957);
        assertThat(
                        books.number(
                                """
                                select count(*)
                                  from invoice i
                                 where id = '%s'
                                   and net_minor = (select sum(net_minor) from invoice_line where invoice_id = i.id)
                                   and net_minor = (select sum(base_minor) from invoice_tax where invoice_id = i.id)
                                   and tax_minor = (select sum(round(base_minor * percent / 100)) from invoice_tax where invoice_id = i.id)
                                """
                                        .formatted(id)))
                .isEqualTo(1);
        books.mustAgree();
    }

    @Test
    void whoeverSavesLastMustHaveSeenWhatIsThere() {
        var made = create(entry(line("Work", "1", "10", services)));
        var id = text(made, "createInvoiceDraft.draft.id");
        update(id, 1, entry(line("Work", "1", "20", services)));

        var late = update(id, 1, entry(line("Work", "1", "30", services)));
        late.path("updateInvoiceDraft.__typename").entity(String.class).isEqualTo("DraftChanged");
        late.path("updateInvoiceDraft.draft.preview.net.amount")
                .entity(String.class)
                .isEqualTo("20.00");
        post(id, 1, Ids.next().toString())
                .path("postInvoiceDraft.__typename")
                .entity(String.class)
                .isEqualTo("DraftChanged");
        delete(id, 1)
                .path("deleteInvoiceDraft.__typename")
                .entity(String.class)
                .isEqualTo("DraftChanged");
        delete(id, 2)
                .path("deleteInvoiceDraft.__typename")
                .entity(String.class)
                .isEqualTo("InvoiceDraftDeleted");
    }

    @Test
    void postedTwiceWithOneKeyItIsOneInvoice() {
        var id =
                text(
                        create(entry(line("Work", "1", "10", services))),
                        "createInvoiceDraft.draft.id");

        var one = text(post(id, 1, "post " + id), "postInvoiceDraft.invoice.number");
        assertThat(text(post(id, 1, "post " + id), "postInvoiceDraft.invoice.number"))
                .isEqualTo(one);
        post(id, 2, "post " + id)
                .path("postInvoiceDraft.__typename")
                .entity(String.class)
                .isEqualTo("KeyReused");
        post(id, 1, "another " + id)
                .path("postInvoiceDraft.__typename")
                .entity(String.class)
                .isEqualTo("DraftWasPosted");
    }

    @Test
    void anInvoiceOfNothingIsPaidAtOnceAndNotMailed() {
        var free = line("Help", "1", "10", services);
        free.put("discountPercent", "100");
        var id = text(create(entry(free)), "createInvoiceDraft.draft.id");

        var posted = post(id, 1, Ids.next().toString());

        posted.path("postInvoiceDraft.invoice.status").entity(String.class).isEqualTo("PAID");
        drain();
        assertThat(
                        books.number(
                                "select count(*) from mail where customer_id = '%s'"
                                        .formatted(ada)))
                .isZero();
        assertThat(
                        books.number(
                                "select count(*) from transfer where source_id = '%s'"
                                        .formatted(id)))
                .isZero();
    }

    @Test
    void aDuplicateIsADraftWithTheSameLines() {
        var discounted = line("Work", "3", "33.333", services);
        discounted.put("discountAmount", Map.of("amount", "1.00", "currency", "EUR"));
        var id =
                text(
                        create(entry(line("Hosting", "2", "10.50", services), discounted)),
                        "createInvoiceDraft.draft.id");
        var total =
                text(post(id, 1, Ids.next().toString()), "postInvoiceDraft.invoice.total.amount");

        var copy =
                asOwner()
                        .document(
                                "mutation($i: DuplicateInvoiceInput!) { duplicateInvoice(input: $i) { ... on InvoiceDraftSaved { draft { %s } } } }"
                                        .formatted(DRAFT))
                        .variable(
                                "i",
                                Map.of("invoiceId", id, "idempotencyKey", Ids.next().toString()))
                        .execute();

        copy.path("duplicateInvoice.draft.preview.total.amount")
                .entity(String.class)
                .isEqualTo(total);
        copy.path("duplicateInvoice.draft.entry.lines[0].quantity")
                .entity(String.class)
                .isEqualTo("2");
        copy.path("duplicateInvoice.draft.entry.lines[1].unitPrice")
                .entity(String.class)
                .isEqualTo("99.00");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            nullValues = "-",
            textBlock =
                    """
                    lines[0].description,     description,     ''
                    lines[0].description,     description,     "a\u202Eb"
                    lines[0].quantity,        quantity,        0
                    lines[0].quantity,        quantity,        -1
                    lines[0].unitPrice,       unitPrice,       -0.01
                    lines[0].unitPrice,       unitPrice,       10000000000000
                    lines[0].discountPercent, discountPercent, 100.01
                    lines[0].discountPercent, discountPercent, -1
                    lines[0].serviceFrom,     serviceUntil,    2030-01-01
                    lines[0].taxCategoryId,   taxCategoryId,   018f0000-0000-7000-8000-00000000dead
                    """)
    void whatCantBeEnteredIsRefusedByItsField(String path, String field, String value) {
        var line = line("Work", "1", "10", services);
        line.put(field, value);

        create(entry(line))
                .path("createInvoiceDraft.fields[0].path")
                .entity(String.class)
                .isEqualTo("entry." + path);
    }

    @Test
    void withoutARateItIsKeptButNotPosted() {
        var untaxed = Ids.next();
        sales.run(
                "insert into tax_category (id, name) values ('%s', 'No rate %s')"
                        .formatted(untaxed, untaxed));
        var made = create(entry(line("Work", "1", "10", untaxed)));

        made.path("createInvoiceDraft.draft.fault")
                .entity(String.class)
                .satisfies(fault -> assertThat(fault).contains("Add one to the tax rates."));
        post(text(made, "createInvoiceDraft.draft.id"), 1, Ids.next().toString())
                .path("postInvoiceDraft.__typename")
                .entity(String.class)
                .isEqualTo("Unbillable");
    }

    @Test
    void draftsAreListedNewestFirst() {
        var first =
                text(create(entry(line("One", "1", "1", services))), "createInvoiceDraft.draft.id");
        var second =
                text(create(entry(line("Two", "1", "2", services))), "createInvoiceDraft.draft.id");

        asOwner()
                .document(
                        "query($c: ID!) { invoiceDrafts(customerId: $c) { edges { node { id preview { total { amount } } customer { id } } } } }")
                .variable("c", ada)
                .execute()
                .path("invoiceDrafts.edges[*].node.id")
                .entityList(String.class)
                .containsExactly(second, first);
    }

    private Map<String, Object> entry(Map<String, Object> line) {
        return entry(List.of(line));
    }

    private Map<String, Object> entry(Map<String, Object> one, Map<String, Object> other) {
        return entry(List.of(one, other));
    }

    private Map<String, Object> entry(List<Map<String, Object>> lines) {
        var entry = new HashMap<String, Object>();
        entry.put("customerId", ada.toString());
        entry.put("currency", "EUR");
        entry.put("lines", lines);
        return entry;
    }

    private static Map<String, Object> line(
            String description, String quantity, String price, @Nullable UUID category) {
        var line = new HashMap<String, Object>();
        line.put("description", description);
        line.put("quantity", quantity);
        line.put("unitPrice", price);
        if (category != null) {
            line.put("taxCategoryId", category.toString());
        }
        return line;
    }

    private GraphQlTester.Response preview(Map<String, Object> entry) {
        return asOwner()
                .document(
                        "query($e: InvoiceEntryInput!) { previewInvoice(entry: $e) { __typename ... on InvoicePreview { net { amount } tax { amount } total { amount } } %s } }"
                                .formatted(REFUSALS))
                .variable("e", entry)
                .execute();
    }

    private GraphQlTester.Response create(Map<String, Object> entry) {
        return act(
                "createInvoiceDraft",
                "CreateInvoiceDraftInput",
                Map.of("entry", entry, "idempotencyKey", Ids.next().toString()),
                "... on InvoiceDraftSaved { draft { %s } } %s".formatted(DRAFT, REFUSALS));
    }

    private GraphQlTester.Response update(String id, int version, Map<String, Object> entry) {
        return act(
                "updateInvoiceDraft",
                "UpdateInvoiceDraftInput",
                Map.of("id", id, "version", version, "entry", entry),
                "... on InvoiceDraftSaved { draft { %1$s } } ... on DraftChanged { message draft { %1$s } } %2$s"
                        .formatted(DRAFT, REFUSALS));
    }

    private GraphQlTester.Response delete(String id, int version) {
        return act(
                "deleteInvoiceDraft",
                "DeleteInvoiceDraftInput",
                Map.of("id", id, "version", version),
                "... on InvoiceDraftDeleted { id }");
    }

    private GraphQlTester.Response post(String id, int version, String key) {
        return act(
                "postInvoiceDraft",
                "PostInvoiceDraftInput",
                Map.of("id", id, "version", version, "idempotencyKey", key),
                """
                ... on InvoiceDraftPosted { invoice { id number status dueOn net { amount } tax { amount } total { amount }
                                                      history { edges { node { what } } } } }
                ... on Unbillable { message } ... on KeyReused { message } ... on DraftWasPosted { message }
                """);
    }

    private GraphQlTester.Response act(
            String mutation, String type, Map<String, Object> input, String answer) {
        return requireNonNull(owner)
                .document(
                        "mutation($i: %s!) { %s(input: $i) { __typename %s } }"
                                .formatted(type, mutation, answer))
                .variable("i", input)
                .execute();
    }

    private static String text(GraphQlTester.Response answer, String path) {
        return answer.path(path).entity(String.class).get();
    }
}
