package dev.quittance.payments;

import static org.assertj.core.api.Assertions.assertThat;

import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfReader;
import com.itextpdf.kernel.pdf.canvas.parser.PdfTextExtractor;
import dev.quittance.documents.DocumentKind;
import dev.quittance.documents.Documents;
import dev.quittance.platform.Caller;
import dev.quittance.platform.Ids;
import dev.quittance.platform.Permission;
import dev.quittance.testing.IntegrationTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The receipt of a payment as a PDF. */
@Tag("P76")
class ReceiptTests extends IntegrationTest {
    @Autowired Books books;
    @Autowired Pay pay;
    @Autowired Documents documents;

    @Test
    void itSaysWhoPaidWhatForWhichInvoiceAndThatItIsNoInvoice() throws IOException {
        var zofia = books.customer("Zofia Żółć Ελένη Ольга");
        var invoice = books.invoice(zofia, "USD", 123456, LocalDate.of(2030, 1, 10));
        var payment = pay.offline(zofia, invoice, 130000, "Transfer 7", LocalDate.of(2030, 1, 1));

        var file =
                Objects.requireNonNull(documents.pdf(DocumentKind.RECEIPT, payment.id()).block());
        var text = text(file.pdf());

        assertThat(file.fileName()).isEqualTo(payment.number() + ".pdf");
        assertThat(file.customer()).isEqualTo(zofia);
        assertThat(text)
                .contains(Objects.requireNonNull(payment.number()))
                .contains("Zofia Żółć Ελένη Ольга")
                .contains("1,300.00")
                .contains("1,234.56")
                .contains("65.44")
                .contains("Transfer 7")
                .contains("not an invoice");
    }

    @Test
    void itIsMadeOnceAndKept() {
        var ada = books.customer("Ada");
        var invoice = books.invoice(ada, "USD", 100, LocalDate.of(2030, 1, 10));
        var payment = pay.offline(ada, invoice, 100, "T", LocalDate.of(2030, 1, 1));

        var first = documents.pdf(DocumentKind.RECEIPT, payment.id()).block();
        db.sql("update customer set name = 'Somebody else' where id = :id")
                .bind("id", ada)
                .then()
                .block();
        var second = documents.pdf(DocumentKind.RECEIPT, payment.id()).block();

        assertThat(Objects.requireNonNull(second).pdf())
                .isEqualTo(Objects.requireNonNull(first).pdf());
    }

    @Test
    void itsLinkIsForTheReaderWhoAsked() {
        var ada = books.customer("Ada");
        var invoice = books.invoice(ada, "USD", 100, LocalDate.of(2030, 1, 10));
        var payment = pay.offline(ada, invoice, 100, "T", LocalDate.of(2030, 1, 1));
        var connie =
                new Caller(
                        Caller.Kind.CONTACT,
                        Ids.next(),
                        "Connie",
                        Set.of(Permission.CONTACT),
                        ada,
                        Ids.next());

        graphql(connie)
                .document("query($id: ID!) { payment(id: $id) { receiptUrl } }")
                .variable("id", payment.id().toString())
                .execute()
                .path("payment.receiptUrl")
                .entity(String.class)
                .satisfies(url -> assertThat(url).startsWith("/documents/"));
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = new PdfDocument(new PdfReader(new ByteArrayInputStream(pdf)))) {
            return PdfTextExtractor.getTextFromPage(document.getPage(1));
        }
    }
}
