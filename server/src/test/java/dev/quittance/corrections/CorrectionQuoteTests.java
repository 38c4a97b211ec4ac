package dev.quittance.corrections;

import static dev.quittance.corrections.Desk.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What puts a document right does just what its preview showed. */
class CorrectionQuoteTests extends CorrectingTest {

    @Test
    void whatIsCancelledIsWhatWasShown() {
        var wish = Map.<String, Object>of("invoiceId", invoice.toString(), "reason", "In error");
        var shown = at(desk.previewCancel(invoice), "token");
        pay(invoice);

        var stale = desk.held("cancelInvoice", wish, shown);

        assertThat(at(stale, "__typename")).isEqualTo("CreditQuoteStale");
        assertThat(at(stale, "message")).asString().contains("it is EUR 35.81 now");
        assertThat(at(stale, "quote.undone.amount")).isEqualTo("35.81");
        assertThat(at(desk.invoice(invoice), "status")).isEqualTo("PAID");
        assertThat(at(desk.held("cancelInvoice", wish, at(stale, "quote.token")), "__typename"))
                .isEqualTo("InvoiceCancelled");
        mustAgree();
    }

    @Test
    void whatIsCreditedIsWhatWasShown() {
        var lines = List.of(whole(0));
        var wish =
                Map.<String, Object>of(
                        "invoiceId", invoice.toString(), "lines", lines, "reason", "Half of it");
        var shown = at(desk.previewCredit(invoice, lines), "token");
        var otherLine = new LinkedHashMap<>(wish);
        otherLine.put("lines", List.of(whole(1)));

        assertThat(at(desk.held("creditInvoice", otherLine, shown), "__typename"))
                .isEqualTo("CreditQuoteStale");
        pay(invoice);
        var stale = desk.held("creditInvoice", wish, shown);
        assertThat(at(stale, "__typename")).isEqualTo("CreditQuoteStale");
        assertThat(at(stale, "message")).asString().contains("EUR 0.00 pays the invoice");
        assertThat(at(stale, "quote.settles.amount")).isEqualTo("0.00");
        assertThat(at(desk.held("creditInvoice", wish, at(stale, "quote.token")), "__typename"))
                .isEqualTo("InvoiceCredited");
        mustAgree();
    }

    @Test
    @Tag("A30")
    void whatIsAddedToABillIsWhatWasShown() {
        var wish =
                Map.<String, Object>of(
                        "invoiceId",
                        invoice.toString(),
                        "kind",
                        "CHARGE",
                        "description",
                        "Extra work",
                        "amount",
                        Map.of("amount", "10.00", "currency", "EUR"));
        var shown = at(desk.previewAdd(invoice, "CHARGE", "10.00"), "token");
        desk.add(invoice, "DISCOUNT", "1.00", null);

        var stale = desk.held("addCharge", wish, shown);

        assertThat(at(stale, "__typename")).isEqualTo("AdjustmentQuoteStale");
        assertThat(at(stale, "message")).asString().contains("EUR 34.62 now", "EUR 44.62");
        assertThat(at(desk.held("addCharge", wish, at(stale, "quote.token")), "__typename"))
                .isEqualTo("BillAdjusted");
        mustAgree();
    }

    @Test
    void whatIsIssuedAnewIsWhatWasShown() {
        var buyer =
                Map.of(
                        "name", "Ada Löwe GmbH",
                        "taxId", "PL1234563218",
                        "billingAddress",
                                Map.of(
                                        "line1", "ul. Długa 7",
                                        "city", "Łódź",
                                        "postalCode", "90-001",
                                        "country", "PL"));
        var before = desk.invoice(invoice);
        var preview = desk.previewReissue(invoice, buyer);
        var wish =
                Map.<String, Object>of(
                        "invoiceId", invoice.toString(), "buyer", buyer, "reason", "Moved");

        // Abroad in the Union and with a tax id, the recipient owes the tax.
        assertThat(at(preview, "invoice.total.amount")).isEqualTo("30.09");
        assertThat(at(preview, "credited.amount")).isEqualTo("35.81");
        assertThat(at(preview, "undone.amount")).isEqualTo("0.00");
        assertThat(desk.invoice(invoice)).as("a preview changes nothing").isEqualTo(before);
        assertThat(at(desk.previewReissue(invoice, null), "invoice.total.amount"))
                .isEqualTo("35.81");
        pay(invoice);
        var stale = desk.held("reissueInvoice", wish, at(preview, "token"));
        assertThat(at(stale, "__typename")).isEqualTo("ReissueQuoteStale");
        assertThat(at(stale, "quote.undone.amount")).isEqualTo("35.81");
        assertThat(at(desk.invoice(invoice), "status")).isEqualTo("PAID");
        assertThat(figure("select count(*) from customer where id = '%s' and tax_id is null", ada))
                .isEqualTo(1);
        assertThat(at(desk.held("reissueInvoice", wish, at(stale, "quote.token")), "__typename"))
                .isEqualTo("InvoiceReissued");
        mustAgree();
    }

    @Test
    void aPreviewNamesWhatIsWrongWithTheBuyer() {
        var refused = desk.previewReissue(invoice, Map.of("name", ""));

        assertThat(at(refused, "__typename")).isEqualTo("InvalidInput");
        assertThat(at(refused, "fields.0.path")).isEqualTo("buyer.name");
    }

    @Test
    void whatIsCreditedWithoutAnInvoiceIsWhatWasShown() {
        var line = Map.of("description", "Goodwill", "unitPrice", "10.00");
        var wish =
                Map.<String, Object>of(
                        "customerId",
                        ada.toString(),
                        "currency",
                        "EUR",
                        "lines",
                        List.of(line),
                        "reason",
                        "An apology");
        var shown = at(desk.previewFree(ada, List.of(line)), "token");
        var more = new LinkedHashMap<>(wish);
        more.put("lines", List.of(Map.of("description", "Goodwill", "unitPrice", "11.00")));

        var stale = desk.held("creditCustomer", more, shown);

        assertThat(at(stale, "__typename")).isEqualTo("CreditQuoteStale");
        assertThat(at(stale, "quote.total.amount")).isEqualTo("11.00");
        assertThat(credit()).isZero();
        assertThat(at(desk.held("creditCustomer", wish, shown), "__typename"))
                .isEqualTo("CustomerCredited");
        assertThat(credit()).isEqualTo(1000);
        mustAgree();
    }
}
