package dev.quittance.books;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.platform.Caller;
import dev.quittance.platform.Ids;
import dev.quittance.platform.Permission;
import dev.quittance.testing.IntegrationTest;
import dev.quittance.testing.Refusals;
import dev.quittance.testing.Shop;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two customers, two currencies, two months; one bill is paid, one is credited. */
class BooksReportsTests extends IntegrationTest {
    private UUID customer = new UUID(0, 0);

    @BeforeAll
    void sell() {
        var shop = new Shop(asOwner());
        var plan = shop.plan(shop.product(shop.taxed("19")), "MONTH", false, "USD", "10", null);
        customer = shop.customer(Map.of("name", "=cmd Łódź \"Sp. z o.o.\", Oddział"));
        var first = shop.started(customer, plan);
        shop.started(shop.customer(), plan);
        shop.started(shop.customer(Map.of("currency", "EUR")), shop.monthly("EUR", "7.50"));
        pay(
                text(
                        "select invoice_id::text from invoice_line where subscription_id = '%s'"
                                .formatted(first)));
        clock.moveTo("2030-02-15");
    }

    @Test
    void theTrialBalanceTellsWhatEachAccountHeldMovedAndHolds() {
        var january = trialBalance("USD", null, "2030-01-31");
        assertThat(january)
                .containsExactly(
                        "RECEIVABLE 0.00 23.80 11.90 11.90",
                        "REVENUE 0.00 0.00 20.00 -20.00",
                        "TAX_PAYABLE 0.00 0.00 3.80 -3.80",
                        "CUSTOMER_CREDIT 0.00 11.90 11.90 0.00",
                        "CLEARING 0.00 11.90 0.00 11.90");
        assertThat(trialBalance("USD", "2030-02-01", null))
                .containsExactly(
                        "RECEIVABLE 11.90 23.80 0.00 35.70",
                        "REVENUE -20.00 0.00 20.00 -40.00",
                        "TAX_PAYABLE -3.80 0.00 3.80 -7.60",
                        "CUSTOMER_CREDIT 0.00 0.00 0.00 0.00",
                        "CLEARING 11.90 0.00 0.00 11.90");
        assertThat(trialBalance("EUR", null, null))
                .containsExactly(
                        "RECEIVABLE 0.00 15.00 0.00 15.00", "REVENUE 0.00 0.00 15.00 -15.00");
        assertThat(trialBalance("JPY", null, null)).isEmpty();
        asOwner()
                .document(
                        "{ trialBalance { currency currencies debit { amount } credit { amount } } }")
                .execute()
                .path("trialBalance.currencies")
                .entityList(String.class)
                .containsExactly("EUR", "USD")
                .path("trialBalance.debit.amount")
                .entity(String.class)
                .isEqualTo("71.40")
                .path("trialBalance.credit.amount")
                .entity(String.class)
                .isEqualTo("71.40");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 100})
    void theAccountLedgerLeadsFromEachFigureToItsTransfersAndTheirDocuments(int pageSize) {
        var rows = ledger(Map.of("currency", "USD", "account", "RECEIVABLE"), pageSize);

        assertThat(rows).hasSize(9).extracting(Row::balance).last().isEqualTo("35.70");
        var running = BigDecimal.ZERO;
        for (var row : rows) {
            var amount = new BigDecimal(row.amount());
            running =
                    row.debit().equals("RECEIVABLE")
                            ? running.add(amount)
                            : running.subtract(amount);
            assertThat(row.balance()).isEqualTo(running.toPlainString());
            assertThat(row.number()).startsWith("INV-2030-");
        }
        assertThat(rows).extracting(Row::id).doesNotHaveDuplicates();
        assertThat(rows).extracting(Row::bookedOn).isSorted();
    }

    @Test
    void transfersAreFoundByCustomerDayAndKindOfDocument() {
        assertThat(ledger(Map.of("currency", "USD"), 100)).hasSize(10);
        assertThat(ledger(Map.of("currency", "USD", "customerId", customer), 2)).hasSize(6);
        assertThat(
                        ledger(
                                Map.of(
                                        "currency", "USD",
                                        "customerId", customer,
                                        "account", "RECEIVABLE"),
                                2))
                .extracting(Row::balance)
                .containsExactly("10.00", "11.90", "0.00", "10.00", "11.90");
        assertThat(ledger(Map.of("currency", "USD", "sourceKind", "PAYMENT"), 100))
                .singleElement()
                .extracting(Row::number)
                .isEqualTo("RCP-2030-000001");
        assertThat(
                        ledger(
                                Map.of(
                                        "currency", "USD",
                                        "account", "REVENUE",
                                        "from", "2030-02-01",
                                        "to", "2030-02-01"),
                                100))
                .extracting(Row::balance)
                .containsExactly("-30.00", "-40.00");
        assertThat(
                        Refusals.of(
                                asOwner(),
                                "{ ledgerTransfers(filter: {currency: \"USD\", from: \"2030-02-02\", to: \"2030-02-01\"}) { edges { cursor } } }"))
                .containsExactly("BAD_REQUEST");
    }

    @Test
    void theTaxReportAgreesWithTheLedger() {
        asOwner()
                .document(
                        "{ taxReport(currency: \"USD\", from: \"2030-01-01\", to: \"2030-01-31\") { rows { country label percent treatment base { amount } tax { amount } } tax { amount } ledgerTax { amount } } }")
                .execute()
                .path("taxReport.rows")
                .entityList(Object.class)
                .hasSize(1)
                .path("taxReport.rows[0].label")
                .entity(String.class)
                .isEqualTo("VAT 19 %")
                .path("taxReport.rows[0].base.amount")
                .entity(String.class)
                .isEqualTo("20.00")
                .path("taxReport.tax.amount")
                .entity(String.class)
                .isEqualTo("3.80")
                .path("taxReport.ledgerTax.amount")
                .entity(String.class)
                .isEqualTo("3.80");
    }

    @Test
    void theAccountantGetsTheJournalTheAccountsAndTheTaxAsFiles() {
        var accountant = client();
        var journal = file(accountant, "JOURNAL");
        assertThat(journal)
                .startsWith("\uFEFFbooked_on,month,debit,credit,amount,currency,")
                .contains(
                        "2030-01-01,2030-01,RECEIVABLE,REVENUE,10.00,USD,INVOICE_LINE,INVOICE,INV-2030-000001,")
                .contains("\"'=cmd Łódź \"\"Sp. z o.o.\"\", Oddział\",2030-01-01,2030-01-31,");
        assertThat(journal.lines()).hasSize(1 + 12);
        assertThat(file(accountant, "ACCOUNTS"))
                .contains("2030-01,USD,REVENUE,0.00,20.00,-20.00\r\n")
                .contains("2030-02,USD,REVENUE,0.00,20.00,-40.00\r\n")
                .contains("2030-02,EUR,RECEIVABLE,7.50,0.00,15.00\r\n");
        assertThat(file(accountant, "TAX"))
                .contains("VAT 19 %,19,STANDARD,USD,40.00,7.60,0.00,0.00,40.00,7.60");
    }

    @Test
    void aFileIsForItsReaderOnly() {
        var accountant = client();
        var url = url(accountant, "JOURNAL");

        http(client()).get().uri(url).exchange().expectStatus().isForbidden();
        http(Caller.ANONYMOUS).get().uri(url).exchange().expectStatus().isForbidden();
        http(accountant).get().uri(url + "x").exchange().expectStatus().isNotFound();
        http(accountant).get().uri("/documents/books/x").exchange().expectStatus().isNotFound();
        http(accountant)
                .get()
                .uri(url)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueMatches("Content-Disposition", ".*journal-2030-01-01-to-2030-02-28.csv.*");
        assertThat(
                        Refusals.of(
                                asStaff(Permission.INVOICE_READ),
                                "{ booksExport(order: {kind: TAX, from: \"2030-01-01\", to: \"2030-01-31\"}) { url } }"))
                .containsExactly("FORBIDDEN");
    }

    private record Row(
            String id,
            String bookedOn,
            String debit,
            String amount,
            @Nullable String number,
            @Nullable String balance) {}

    private List<Row> ledger(Map<String, Object> filter, int pageSize) {
        var rows = new ArrayList<Row>();
        String after = null;
        do {
            var variables = new HashMap<String, Object>();
            variables.put("f", filter);
            variables.put("n", pageSize);
            variables.put("a", after);
            var answer =
                    asOwner()
                            .document(
                                    """
                                    query($f: TransferFilter!, $n: Int!, $a: String) {
                                      ledgerTransfers(filter: $f, first: $n, after: $a) {
                                        edges { node { id bookedOn debit amount { amount } document { number } balance { amount } customer { name } } }
                                        pageInfo { endCursor hasNextPage }
                                      }
                                    }
                                    """)
                            .variables(variables)
                            .execute();
            answer.path("ledgerTransfers.edges[*].node")
                    .entityList(Map.class)
                    .get()
                    .forEach(node -> rows.add(row(node)));
            after =
                    answer.path("ledgerTransfers.pageInfo.hasNextPage").entity(Boolean.class).get()
                            ? answer.path("ledgerTransfers.pageInfo.endCursor")
                                    .entity(String.class)
                                    .get()
                            : null;
        } while (after != null);
        return rows;
    }

    private static Row row(Map<?, ?> node) {
        return new Row(
                String.valueOf(node.get("id")),
                String.valueOf(node.get("bookedOn")),
                String.valueOf(node.get("debit")),
                requireNonNull(inner(node, "amount", "amount")),
                inner(node, "document", "number"),
                inner(node, "balance", "amount"));
    }

    private static @Nullable String inner(Map<?, ?> node, String name, String field) {
        return node.get(name) instanceof Map<?, ?> map ? String.valueOf(map.get(field)) : null;
    }

    private List<String> trialBalance(String currency, @Nullable String from, @Nullable String to) {
        var variables = new HashMap<String, Object>();
        variables.put("c", currency);
        variables.put("f", from);
        variables.put("t", to);
        return asOwner()
                .document(
                        "query($c: CurrencyCode, $f: Date, $t: Date) { trialBalance(currency: $c, from: $f, to: $t) { accounts { account opening { amount } debit { amount } credit { amount } closing { amount } } } }")
                .variables(variables)
                .execute()
                .path("trialBalance.accounts")
                .entityList(Map.class)
                .get()
                .stream()
                .map(
                        row ->
                                "%s %s %s %s %s"
                                        .formatted(
                                                row.get("account"),
                                                inner(row, "opening", "amount"),
                                                inner(row, "debit", "amount"),
                                                inner(row, "credit", "amount"),
                                                inner(row, "closing", "amount")))
                .toList();
    }

    private static Caller client() {
        return new Caller(
                Caller.Kind.CLIENT,
                Ids.next(),
                "Accountant",
                Set.of(Permission.REPORT_READ),
                null,
                null);
    }

    private String url(Caller caller, String kind) {
        return graphql(caller)
                .document(
                        "{ booksExport(order: {kind: %s, from: \"2030-01-01\", to: \"2030-02-28\"}) { url } }"
                                .formatted(kind))
                .execute()
                .path("booksExport.url")
                .entity(String.class)
                .get();
    }

    private String file(Caller caller, String kind) {
        return requireNonNull(
                http(caller)
                        .get()
                        .uri(url(caller, kind))
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody());
    }

    private void pay(String invoice) {
        asOwner()
                .document(
                        "mutation($i: ConfirmOfflinePaymentInput!) { confirmOfflinePayment(input: $i) { __typename } }")
                .variable(
                        "i",
                        Map.of("invoiceIds", List.of(invoice), "idempotencyKey", "one payment"))
                .execute()
                .path("confirmOfflinePayment.__typename")
                .entity(String.class)
                .isEqualTo("PaymentSucceeded");
    }

    private String text(String sql) {
        return requireNonNull(db.sql(sql).mapValue(String.class).one().block());
    }
}
