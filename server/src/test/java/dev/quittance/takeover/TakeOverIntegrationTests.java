package dev.quittance.takeover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.testing.Sales;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Files from another billing system: in, exactly once, and back. */
class TakeOverIntegrationTests extends TakeOverTest {
    @Test
    void anOpenInvoiceKeepsItsNumberAndIsOwedWithoutRevenueOrTax() {
        var number = name();
        var id = taken("OPEN_INVOICES", INVOICES + invoice(number));
        figure(id, "owed { amount }", "{amount=59.50}");
        figure(id, "bookedOwed { amount }", "{amount=59.50}");
        figure(id, "booked", "true");
        assertThat(
                        texts(
                                "select debit || ' ' || credit || ' ' || amount_minor from transfer where customer_id = '%s'"
                                        .formatted(customer)))
                .containsExactly("RECEIVABLE OPENING 5950");
        asOwner()
                .document(
                        """
                        query($c: ID!) { customer(id: $c) { invoices(first: 5) { edges { node {
                          number status total { amount } amountDue { amount } takenOverOn pdfUrl possibleActs
                          taxRows { label tax { amount } } lines { description explanation } } } } } }""")
                .variable("c", customer)
                .execute()
                .path("customer.invoices.edges[0].node")
                .entity(ROW)
                .satisfies(
                        node -> {
                            assertThat(node).containsEntry("number", number);
                            assertThat(node).containsEntry("status", "OPEN");
                            assertThat(node).containsEntry("pdfUrl", null);
                            assertThat(node).containsEntry("possibleActs", List.of("DUPLICATE"));
                            assertThat(String.valueOf(node)).contains("Tax 19 %", "59.50");
                        });
        refused(
                "cancelInvoice",
                "CancelInvoiceInput!",
                Map.of(
                        "invoiceId",
                        invoiceId(number),
                        "reason",
                        "Mistake",
                        "idempotencyKey",
                        number),
                "InvoiceTakenOver");
        refused("emailInvoice", "EmailInvoiceInput!", mail(number), "InvoiceTakenOver");
        assertBooks();
    }

    private Map<String, Object> mail(String number) {
        return Map.of(
                "invoiceId",
                invoiceId(number),
                "to",
                List.of("a@b.example"),
                "idempotencyKey",
                number + "m");
    }

    @Test
    void theSameFileTwiceIsRefusedRowByRow() {
        var file = INVOICES + invoice(name()) + invoice(name());
        taken("OPEN_INVOICES", file);
        var again = checked("OPEN_INVOICES", file);
        assertThat(faults(again)).hasSize(2).allMatch(one -> one.contains("is there already"));
        start(again, true, null, "ImportHasFaults");
    }

    @Test
    void twoRunsAtOnceTakeEachNumberOnce() {
        var file = INVOICES + invoice(name());
        var one = checked("OPEN_INVOICES", file);
        var other = checked("OPEN_INVOICES", file);
        start(one, false, null, "TakeOverStarted");
        start(other, false, null, "TakeOverStarted");
        work();
        assertThat(field(one, "status")).isEqualTo("COMPLETED");
        assertThat(field(other, "status")).isEqualTo("FAILED");
        assertThat(faults(other)).singleElement().asString().contains("is there already");
        assertBooks();
    }

    @Test
    void badRowsNameTheCellAndTheRemedy() {
        var twin = name();
        var rows =
                List.of(
                        "nobody," + name() + ",2026-01-05,2026-01-19,EUR,10,10,,,",
                        key + "," + name() + ",2026-01-05,2026-01-19,EUR,10,11,,,",
                        key + "," + name() + ",2026-01-05,2026-01-19,EUR,10,-1,,,",
                        key + "," + name() + ",2026-01-05,2026-01-19,JPY,10.5,10,,,",
                        key + "," + name() + ",1899-01-05,2026-01-19,EUR,10,10,,,",
                        key + "," + name() + ",2026-01-05,2201-01-19,EUR,10,10,,,",
                        key
                                + ","
                                + name()
                                + ","
                                + clock.today().plusDays(1)
                                + ",2199-01-19,EUR,10,10,,,",
                        key + "," + name() + ",2026-01-05,2026-01-01,EUR,10,10,,,",
                        key + "," + name() + ",2026-01-05,2026-01-19,XXQ,10,10,,,",
                        key + "," + name() + ",2026-01-05,2026-01-19,EUR,119,119,100,19,18",
                        key + "," + twin + ",2026-01-05,2026-01-19,EUR,10,10,,,",
                        key + "," + twin + ",2026-01-05,2026-01-19,EUR,10,10,,,",
                        key
                                + ",INV-"
                                + clock.today().getYear()
                                + "-900900,2026-01-05,2026-01-19,EUR,10,10,,,",
                        key + ",,2026-01-05,2026-01-19,EUR,10,10,,,");
        var id = checked("OPEN_INVOICES", INVOICES + String.join("\n", rows) + "\n");
        assertThat(faults(id))
                .extracting(one -> one.split("\\|")[0])
                .containsExactly(
                        "2 customer",
                        "3 open",
                        "4 open",
                        "5 total",
                        "6 issued on",
                        "7 due on",
                        "8 issued on",
                        "9 due on",
                        "10 currency",
                        "11 net",
                        "13 number",
                        "14 number",
                        "15 number");
        start(id, false, null, "ImportHasFaults");
        work();
        assertThat(numbers()).isEmpty();
        start(id, true, null, "TakeOverStarted");
        work();
        assertThat(numbers()).as("the good one, as asked for").containsExactly(twin);
        assertThat(field(id, "importedCount") + " " + field(id, "badCount")).isEqualTo("1 13");
        assertBooks();
    }

    private List<String> numbers() {
        return texts(
                "select number from invoice where customer_id = '%s' order by number"
                        .formatted(customer));
    }

    @Test
    void tenThousandBadRowsAreAllTold() {
        var file = new StringBuilder(INVOICES);
        for (var i = 0; i < 10_000; i++) {
            file.append("nobody,N-").append(i).append(",2026-01-05,2026-01-19,EUR,1,1,,,\n");
        }
        var id = checked("OPEN_INVOICES", file.toString());
        assertThat(field(id, "badCount")).isEqualTo("10000");
        start(id, true, null, "ImportHasFaults");
    }

    @Test
    void creditsAreAvailableAndDebtsBecomeInvoices() {
        var other = new Sales(db).customer("Südwind");
        var id =
                taken(
                        "OPENING_BALANCES",
                        "customer,amount,currency\n%s,25.00,EUR\n%s,-7.50,EUR\n"
                                .formatted(key, other));
        figure(id, "credit { amount }", "{amount=25.00}");
        figure(id, "owed { amount }", "{amount=7.50}");
        figure(id, "net { amount }", "{amount=-17.50}");
        figure(id, "booked", "true");
        asOwner()
                .document(
                        "query($c: ID!) { customer(id: $c) { availableCredits { available { amount } sources { kind left { amount } } } } }")
                .variable("c", customer)
                .execute()
                .path("customer.availableCredits[0]")
                .entity(ROW)
                .satisfies(
                        credit ->
                                assertThat(String.valueOf(credit))
                                        .contains("OPENING_BALANCE", "25.00"));
        assertThat(texts("select number from invoice where customer_id = '%s'".formatted(other)))
                .containsExactly("OPENING %s EUR".formatted(other.toString().substring(24)));
        assertBooks();
    }

    @Test
    void aDifferenceStopsTheRunUntilItIsAcknowledged() {
        var id = checked("OPEN_INVOICES", INVOICES + invoice(name()));
        refusedOrDone(
                "stateTakeOverTotals",
                "StateTakeOverTotalsInput!",
                Map.of("id", id, "totals", List.of(Map.of("currency", "EUR", "owed", "60.00"))),
                "TakeOverTotalsStated");
        figure(id, "owedDifference { amount }", "{amount=-0.50}");
        start(id, false, null, "TakeOverDiffers");
        start(id, false, "Cash rounding over there", "TakeOverStarted");
        work();
        assertThat(field(id, "acknowledgement")).isEqualTo("Cash rounding over there");
    }

    @Test
    void aRunIsTakenBackUntilSomethingIsDoneWithIt() {
        var number = name();
        var file = INVOICES + invoice(number);
        var id = taken("OPEN_INVOICES", file);
        undo(id, "TakeOverUndone");
        undo(id, "TakeOverNotDone");
        assertThat(count("select count(*) from invoice where number = '%s'".formatted(number)))
                .isZero();
        assertThat(
                        count(
                                "select receivable_minor from balance where customer_id = '%s'"
                                        .formatted(customer)))
                .isZero();
        assertBooks();
        var again = taken("OPEN_INVOICES", file);
        db.sql(
                        "update invoice set paid_minor = paid_minor + 1000 where number = '%s'"
                                .formatted(number))
                .then()
                .block();
        undo(again, "TakeOverInUse");
        db.sql(
                        "update invoice set paid_minor = paid_minor - 1000 where number = '%s'"
                                .formatted(number))
                .then()
                .block();
        undo(again, "TakeOverUndone");
    }

    @Test
    void aSeriesNeverRepeatsATakenOverNumber() {
        var year = clock.today().getYear();
        db.sql("update number_sequence set next_value = 100000 where kind = 'INVOICE'")
                .then()
                .block();
        db.sql("insert into foreign_number values ('INVOICE', 'OLD-%d-000500')".formatted(year))
                .then()
                .block();
        refused(
                "updateDocumentNumbers",
                "DocumentNumbersInput!",
                Map.of("kind", "INVOICE", "pattern", "OLD-{year}-{number:6}", "firstNumber", 400),
                "InvalidInput");
        db.sql("delete from foreign_number where number like 'OLD-%'").then().block();
    }
}
