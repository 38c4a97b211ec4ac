package dev.quittance.corrections;

import static dev.quittance.corrections.Desk.at;
import static dev.quittance.corrections.Desk.part;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.billing.BillRunKind;
import dev.quittance.platform.Ids;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Credit notes and cancellations. */
class CorrectionTests extends CorrectingTest {
    @Test
    void creditedLineByLineTheInvoiceIsSettledToTheCent() {
        assertThat(at(desk.invoice(invoice), "total.amount")).isEqualTo("35.81");

        var first = desk.credit(invoice, List.of(whole(0)));
        var second = desk.credit(invoice, List.of(whole(1)));
        var third = desk.credit(invoice, List.of(whole(2)));

        assertThat(List.of(first, second, third))
                .extracting(answer -> at(answer, "creditNote.total.amount"))
                .containsExactly("11.94", "11.93", "11.94");
        assertThat(at(third, "invoice.status")).isEqualTo("PAID");
        assertThat(at(third, "toAccount.amount")).isEqualTo("0.00");
        assertThat(at(first, "creditNote.number")).asString().startsWith("CN-2030-");
        assertThat(at(desk.invoice(invoice), "chain.total.amount")).isEqualTo("0.00");
        assertThat(at(desk.invoice(invoice), "possibleActs"))
                .isEqualTo(List.of("ADD_CHARGE", "DUPLICATE"));
        assertThat(at(desk.cancel(invoice), "message"))
                .asString()
                .contains("credited wholly; nothing is left to cancel");
        mustAgree();
    }

    @Test
    void aPreviewShowsWhatTheActWillDo() {
        var lines = List.of(part(line(0), null, "5.00", "EUR"));
        var preview = desk.previewCredit(invoice, lines);
        var done = desk.credit(invoice, lines);

        assertThat(at(preview, "total.amount")).isEqualTo("5.95");
        assertThat(at(preview, "settles.amount")).isEqualTo("5.95");
        assertThat(at(done, "creditNote.total.amount")).isEqualTo("5.95");
        assertThat(at(done, "invoice.amountDue.amount")).isEqualTo("29.86");
        assertThat(at(done, "creditNote.lines.0.period.end")).isEqualTo("2030-01-31");
    }

    @Test
    void whatIsPaidBecomesAccountCredit() {
        pay(invoice);

        var done = desk.credit(invoice, List.of(whole(0)));

        assertThat(at(done, "toAccount.amount")).isEqualTo("11.94");
        assertThat(at(done, "invoice.status")).isEqualTo("PAID");
        assertThat(credit()).isEqualTo(1194);
        mustAgree();
    }

    @Test
    void moreThanIsLeftIsRefusedAndNothingChanges() {
        desk.credit(invoice, List.of(part(line(0), null, "4.00", "EUR")));
        var before = desk.invoice(invoice);

        var refused = desk.credit(invoice, List.of(part(line(0), null, "6.04", "EUR")));

        assertThat(at(refused, "__typename")).isEqualTo("MoreThanLeft");
        assertThat(at(refused, "left.amount")).isEqualTo("6.03");
        assertThat(at(refused, "message")).asString().contains("at most EUR 6.03 without tax");
        assertThat(desk.invoice(invoice)).isEqualTo(before);
    }

    @Test
    void aCancellationGivesBackAllThatIsLeftAndKeepsTheNumber() {
        desk.credit(invoice, List.of(part(line(1), null, "0.03", "EUR")));
        var number = at(desk.invoice(invoice), "number");

        var done = desk.cancel(invoice);

        assertThat(at(done, "cancellation.kind")).isEqualTo("CANCELLATION");
        assertThat(at(done, "cancellation.number")).asString().startsWith("CXL-2030-");
        assertThat(at(done, "cancellation.issuedOn")).isEqualTo("2030-01-01");
        assertThat(at(done, "cancellation.total.amount")).isEqualTo("35.77");
        assertThat(at(done, "invoice.status")).isEqualTo("VOID");
        assertThat(at(done, "invoice.number")).isEqualTo(number);
        assertThat(at(done, "invoice.amountDue.amount")).isEqualTo("0.00");
        assertThat(at(done, "undone.amount")).isEqualTo("0.00");
        assertThat(at(desk.invoice(invoice), "possibleActs")).isEqualTo(List.of("DUPLICATE"));
        assertThat(at(desk.cancel(invoice), "__typename")).isEqualTo("InvoiceVoid");
        assertThat(at(desk.credit(invoice, List.of(whole(0))), "__typename"))
                .isEqualTo("InvoiceVoid");
        assertThat(credit()).isZero();
        mustAgree();
    }

    @Test
    void whatIsBeingPaidIsNeitherCancelledNorIssuedAnewAndNothingChanges() {
        beginToPay(invoice);
        var before = desk.invoice(invoice);

        assertThat(at(desk.cancel(invoice), "__typename")).isEqualTo("PaymentInProgress");
        assertThat(at(desk.reissue(invoice, Map.of("name", "Other")), "__typename"))
                .isEqualTo("PaymentInProgress");
        assertThat(desk.invoice(invoice)).isEqualTo(before);
        mustAgree();
    }

    /** By a card whose bank wants to see the customer first. */
    private void beginToPay(UUID id) {
        var token =
                asContact(ada)
                        .document(
                                "query($id: ID!) { previewPayment(input: {invoiceIds: [$id]}) { token } }")
                        .variable("id", id)
                        .execute()
                        .path("previewPayment.token")
                        .entity(String.class)
                        .get();
        asContact(ada)
                .document(
                        "mutation($i: PayInvoicesInput!) { payInvoices(input: $i) { __typename } }")
                .variable(
                        "i",
                        Map.of(
                                "invoiceIds",
                                List.of(id),
                                "cardToken",
                                "card_requires_confirmation",
                                "quoteToken",
                                token,
                                "idempotencyKey",
                                Ids.next().toString()))
                .execute()
                .path("payInvoices.__typename")
                .entity(String.class)
                .isEqualTo("PaymentRequiresAction");
    }

    @Test
    void whatWasPaidOnACancelledInvoiceIsAccountCreditAgain() {
        pay(invoice);
        desk.credit(invoice, List.of(whole(0)));
        assertThat(at(desk.previewCancel(invoice), "undone.amount")).isEqualTo("35.81");

        var done = desk.cancel(invoice);

        assertThat(at(done, "undone.amount")).isEqualTo("35.81");
        assertThat(at(done, "cancellation.total.amount")).isEqualTo("23.87");
        assertThat(credit()).isEqualTo(3581);
        assertThat(at(desk.invoice(invoice), "payments")).isEqualTo(List.of());
        mustAgree();
    }

    @Test
    void theDaysOfACancelledInvoiceCanBeBilledAgain() {
        desk.cancel(invoice);
        assertThat(figure("select count(*) from billed_period where invoice_id = '%s'", invoice))
                .isZero();
        sales.run(
                "update subscription set next_bill_on = anchor_on, next_term = 0, billed_until = null where customer_id = '%s'"
                        .formatted(ada));

        runs.run(BillRunKind.POST, TODAY, null).block(Duration.ofMinutes(1));

        assertThat(figure("select count(*) from invoice where customer_id = '%s'", ada))
                .isEqualTo(2);
        mustAgree();
    }

    @Test
    void theSameKeyTwiceIsOneDocumentAndAnotherInputIsRefused() {
        var lines = List.of(part(line(0), null, "1.00", "EUR"));

        var one = desk.credit(invoice, lines, "once");
        assertThat(desk.credit(invoice, lines, "once")).isEqualTo(one);
        assertThat(at(desk.credit(invoice, List.of(whole(0)), "once"), "__typename"))
                .isEqualTo("KeyReused");
        var cancelled = desk.cancel(invoice, "void once");
        assertThat(desk.cancel(invoice, "void once")).isEqualTo(cancelled);
        assertThat(figure("select count(*) from credit_note where invoice_id = '%s'", invoice))
                .isEqualTo(2);
    }

    @Test
    @Tag("A27")
    @Tag("A28")
    @Tag("A30")
    void aChargeIsAnInvoiceThatBelongsToTheBill() {
        var preview = desk.previewAdd(invoice, "CHARGE", "10.00");
        var done = desk.add(invoice, "CHARGE", "10.00", services);

        assertThat(at(preview, "before.amount")).isEqualTo("35.81");
        assertThat(at(preview, "after.amount")).isEqualTo("45.81");
        assertThat(at(done, "supplement.total.amount")).isEqualTo("11.90");
        assertThat(at(done, "bill.chain.total.amount")).isEqualTo("47.71");
        var second =
                desk.add(
                        UUID.fromString(String.valueOf(at(done, "supplement.id"))),
                        "CHARGE",
                        "1.00",
                        null);
        assertThat(at(second, "supplement.supplements.number"))
                .isEqualTo(at(desk.invoice(invoice), "number"));
        assertThat(at(desk.invoice(invoice), "chain.total.amount")).isEqualTo("48.71");
        assertThat(at(desk.invoice(invoice), "chain.supplements.1.number")).isNotNull();
        mustAgree();
    }

    @Test
    @Tag("A29")
    @Tag("A31")
    void aDiscountLowersAnyBillByAtMostWhatIsLeft() {
        var open = desk.add(invoice, "DISCOUNT", "1.00", null);
        assertThat(at(open, "creditNote.total.amount")).isEqualTo("1.19");
        assertThat(at(open, "bill.amountDue.amount")).isEqualTo("34.62");
        pay(invoice);
        var paid = desk.add(invoice, "DISCOUNT", "29.09", null);
        assertThat(at(paid, "bill.chain.total.amount")).isEqualTo("0.00");
        assertThat(credit()).isEqualTo(3462);

        var refused = desk.add(invoice, "DISCOUNT", "0.01", null);
        assertThat(at(refused, "__typename")).isEqualTo("MoreThanLeft");
        assertThat(at(desk.add(invoice, "CHARGE", "2.00", null), "bill.chain.total.amount"))
                .isEqualTo("2.00");
        mustAgree();
    }

    @Test
    void issuedAnewItBillsTheSameDaysToTheCorrectedBuyer() {
        pay(invoice);
        var before = desk.invoice(invoice);

        var done =
                desk.reissue(
                        invoice,
                        Map.of(
                                "name", "Ada Löwe GmbH",
                                "taxId", "PL1234563218",
                                "billingAddress",
                                        Map.of(
                                                "line1", "ul. Długa 7",
                                                "city", "Łódź",
                                                "postalCode", "90-001",
                                                "country", "PL")));

        assertThat(at(done, "cancelled.status")).isEqualTo("VOID");
        assertThat(at(done, "cancelled.number")).isEqualTo(at(before, "number"));
        assertThat(at(done, "cancellation.total.amount")).isEqualTo("35.81");
        assertThat(at(done, "invoice.buyer.name")).isEqualTo("Ada Löwe GmbH");
        assertThat(at(done, "invoice.replaces.number")).isEqualTo(at(before, "number"));
        assertThat(at(done, "cancelled.replacedBy.number")).isEqualTo(at(done, "invoice.number"));
        // Abroad in the Union and with a tax id, the recipient owes the tax.
        assertThat(at(done, "invoice.total.amount")).isEqualTo("30.09");
        assertThat(at(done, "invoice.lines.0.period.end")).isEqualTo("2030-01-31");
        assertThat(at(done, "invoice.lines.0.subscription.id")).isNotNull();
        assertThat(credit()).isEqualTo(3581);
        assertThat(
                        figure(
                                "select count(*) from billed_period where invoice_id = '%s'",
                                at(done, "invoice.id")))
                .isEqualTo(3);
        mustAgree();
    }

    @Test
    void whatCantBeCorrectedLeavesEverythingAsItWas() {
        var before = desk.invoice(invoice);

        var refused = desk.reissue(invoice, Map.of("name", ""));

        assertThat(at(refused, "__typename")).isEqualTo("InvalidInput");
        assertThat(at(refused, "fields.0.path")).isEqualTo("buyer.name");
        assertThat(desk.invoice(invoice)).isEqualTo(before);
    }

    @Test
    void creditWithoutAnInvoiceIsAccountCredit() {
        var done = desk.creditFreely(ada, "10.00", services);

        assertThat(at(done, "creditNote.total.amount")).isEqualTo("11.90");
        assertThat(at(done, "creditNote.invoice")).isNull();
        assertThat(credit()).isEqualTo(1190);
        assertThat(at(desk.creditFreely(ada, "0", null), "fields.0.path")).isEqualTo("lines");
        mustAgree();
    }

    @Test
    void creditNotesAndCancellationsHaveTheirPdfAndMail() {
        desk.credit(invoice, List.of(part(line(0), null, "1.00", "EUR")));
        desk.cancel(invoice);
        drain();

        var notes =
                asContact(ada)
                        .document(
                                "query($c: ID!) { customer(id: $c) { creditNotes { edges { node { kind number pdfUrl invoice { number } seller { name } buyer { name } } } } } }")
                        .variable("c", ada)
                        .execute();
        notes.path("customer.creditNotes.edges[*].node.kind")
                .entityList(String.class)
                .containsExactly("CANCELLATION", "CREDIT_NOTE");
        var subjects =
                db.sql("select subject from mail where customer_id = :c order by subject")
                        .bind("c", ada)
                        .mapValue(String.class)
                        .all()
                        .collectList()
                        .block();
        assertThat(subjects)
                .hasSize(3)
                .anyMatch(subject -> subject.startsWith("Cancellation CXL-2030-"))
                .anyMatch(subject -> subject.startsWith("Credit note CN-2030-"));
        assertThat(
                        figure(
                                "select count(*) from document_file where kind in ('CREDIT_NOTE', 'CANCELLATION') and customer_id = '%s'",
                                ada))
                .isEqualTo(2);
    }

    @Test
    void staffFindCreditNotesByNumberKindAndName() {
        desk.cancel(invoice);
        var list =
                "query($f: CreditNoteFilter) { creditNotes(filter: $f, first: 100) { edges { node { number customer { id } } } } }";

        for (var filter :
                List.<Map<String, Object>>of(
                        Map.of("kinds", List.of("CANCELLATION"), "customerId", ada),
                        Map.of("search", "cxl-2030", "customerId", ada),
                        Map.of("search", "ada l", "customerId", ada))) {
            asOwner()
                    .document(list)
                    .variable("f", filter)
                    .execute()
                    .path("creditNotes.edges")
                    .entityList(Object.class)
                    .hasSize(1);
        }
        asOwner()
                .document(list)
                .variable("f", Map.of("kinds", List.of("CREDIT_NOTE"), "customerId", ada))
                .execute()
                .path("creditNotes.edges")
                .entityList(Object.class)
                .hasSize(0);
    }

    @Test
    void whoeverMayNotIsKeptOut() {
        var input =
                Map.of(
                        "invoiceId",
                        invoice,
                        "reason",
                        "x",
                        "idempotencyKey",
                        Ids.next().toString());
        for (var caller : List.of(asContact(ada), anonymous())) {
            caller.document(Desk.CANCEL)
                    .variable("input", input)
                    .execute()
                    .errors()
                    .satisfy(errors -> assertThat(errors).isNotEmpty());
        }
        assertThat(at(desk.invoice(invoice), "status")).isEqualTo("OPEN");
    }
}
