package dev.quittance.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.quittance.customers.Recipients;
import dev.quittance.messaging.Letter.Action;
import dev.quittance.messaging.Letters.Bill;
import dev.quittance.messaging.Letters.Late;
import dev.quittance.messaging.Letters.Receipt;
import dev.quittance.messaging.MailMessage.Attachment;
import dev.quittance.messaging.MailMessage.Sender;
import dev.quittance.messaging.MailMessage.Unsendable;
import dev.quittance.platform.Faults;
import dev.quittance.platform.FieldFault;
import jakarta.mail.MessagingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LetterTests {
    private static final Letters LETTERS =
            new Letters("Blue & Kettle", "https://billing.example", Wording.ENGLISH);
    private static final LocalDate DUE = LocalDate.of(2028, 2, 29);

    @Test
    void anInvoiceLetterSaysWhatIsDueAndLinksToThePortal() {
        var letter = LETTERS.invoice(bill("EUR 1234.50", "EUR 1234.50"));
        assertThat(letter.subject()).isEqualTo("Invoice INV-2028-000007 from Blue & Kettle");
        assertThat(letter.text())
                .contains("Hello Żaneta <b>,")
                .contains(
                        "invoice INV-2028-000007 over EUR 1,234.50. It is due on 29 February 2028.")
                .contains("https://billing.example/portal/invoices/42")
                .doesNotContain("still open");
        assertThat(letter.html())
                .contains("Hello Żaneta &lt;b&gt;,")
                .contains("Blue &amp; Kettle")
                .contains("href=\"https://billing.example/portal/invoices/42\"")
                .doesNotContain("<img", "<script", "<b>,");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    JPY 500   | JPY 200   | JPY 200 of it is still open.
                    KWD 1.250 | KWD 0.000 | It is paid
                    """)
    void whatIsPaidAlreadyIsNotAskedForAgain(String total, String due, String text) {
        assertThat(LETTERS.invoice(bill(total, due)).text()).contains(text);
    }

    @Test
    void aReceiptNamesTheInvoicesItPaid() {
        var receipt =
                new Receipt(
                        "9",
                        "RCP-1",
                        "Ada",
                        Money.parse("USD 5.00"),
                        DUE,
                        "Visa •••• 4242",
                        List.of("A", "B"));
        assertThat(LETTERS.receipt(receipt).text())
                .contains(
                        "We received USD 5.00 on 29 February 2028 by Visa •••• 4242",
                        "invoices A, B");
        assertThat(LETTERS.paymentNotice(receipt).subject()).isEqualTo("Ada paid USD 5.00");
    }

    @Test
    void noNameBeginsAnotherHeader() throws MessagingException, IOException {
        var letter =
                new Letter(
                        Locale.ENGLISH,
                        "Merchant",
                        "Invoice\r\nBcc: evil@example.com\u2028x",
                        List.of("Hi"),
                        null);
        assertThat(letter.subject()).isEqualTo("Invoice Bcc: evil@example.com x");
        var mail = envelope(List.of("ada@example.com"), "Sub\nject");
        var out = new ByteArrayOutputStream();
        MailMessage.of(
                        mail,
                        new Sender("Evil\r\nBcc: x@example.com", "m@example.com", "host.example"),
                        List.of(new Attachment("a\r\nX: y.pdf", new byte[] {1})))
                .writeTo(out);
        var headers = out.toString(StandardCharsets.UTF_8).split("\r\n\r\n", 2)[0];
        assertThat(headers.lines())
                .noneMatch(line -> line.startsWith("Bcc") || line.startsWith("X:"));
    }

    @ParameterizedTest
    @CsvSource({
        "'a@example.com\r\nBcc: b@example.com'",
        "'a@example.com, b@example.com'",
        "nobody"
    })
    void anAddressIsOneAddress(String address) {
        var failure =
                catchThrowable(
                        () ->
                                MailMessage.of(
                                        envelope(List.of(address), "x"),
                                        new Sender("M", "m@example.com", "h"),
                                        List.of()));
        assertThat(failure).isInstanceOf(Unsendable.class);
    }

    @Test
    void theSameMailSentAgainBearsTheSameMessageId() throws MessagingException {
        var mail = envelope(List.of("ada@example.com"), "x");
        var sender = new Sender("M", "m@example.com", "host.example");
        assertThat(MailMessage.of(mail, sender, List.of()).getMessageID())
                .isEqualTo(MailMessage.of(mail, sender, List.of()).getMessageID())
                .isEqualTo("<%s@host.example>".formatted(mail.id()));
    }

    @Test
    void aOneTimeLinkStandsOnlyInTheMailThatGoesOut() {
        var letter =
                new Letter(Locale.ENGLISH, "M", "s", List.of("p"), new Action("Go", Letter.LINK));
        var written =
                new Envelope(
                        UUID.randomUUID(),
                        List.of("a@example.com"),
                        "s",
                        letter.text(),
                        letter.html(),
                        null,
                        null,
                        1);
        assertThat(written.with("https://x/#token=1&a").text())
                .contains("https://x/#token=1&a")
                .doesNotContain("{link}");
        assertThat(written.with("https://x/#token=1&a").html())
                .contains("href=\"https://x/#token=1&amp;a\"")
                .doesNotContain("{link}");
    }

    @ParameterizedTest
    @CsvSource({"1,30", "2,60", "5,480", "9,7680", "10,15360"})
    void triesAreFurtherAndFurtherApart(int tries, long seconds) {
        var mail = new Envelope(UUID.randomUUID(), List.of(), "", "", "", null, null, tries);
        assertThat(mail.pauseSeconds()).isEqualTo(seconds);
        assertThat(mail.last()).isEqualTo(tries == 10);
    }

    @Test
    @Tag("L5")
    @Tag("L6")
    void theMainAddressAndAllFurtherOnesReceiveInvoicesOnce() {
        assertThat(Recipients.of(true, "a@example.com", List.of("b@example.com", "A@example.com")))
                .containsExactly("a@example.com", "b@example.com");
        assertThat(Recipients.of(true, null, List.of("b@example.com")))
                .containsExactly("b@example.com");
        assertThat(Recipients.of(true, null, List.of())).isEmpty();
        assertThat(Recipients.of(false, "a@example.com", List.of("b@example.com"))).isEmpty();
    }

    @Test
    void typedAddressesAreCheckedByPath() {
        var faults = new Faults();
        Recipients.checked(List.of("a@example.com", "x", " "), "to", faults);
        assertThat(faults.found()).extracting(FieldFault::path).containsExactly("to[1]", "to[2]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    en | 1    | It is a late fee: invoice INV-7 was 1 day overdue.
                    en | 1200 | It is a late fee: invoice INV-7 was 1,200 days overdue.
                    de | 1    | Die Rechnung INV-7 war seit einem Tag überfällig.
                    de | 14   | Die Rechnung INV-7 war seit 14 Tagen überfällig.
                    """)
    void aLateFeeSaysForWhatItIs(String language, int days, String text) {
        var letters = new Letters("Blue & Kettle", "https://billing.example", Wording.of(language));
        assertThat(letters.invoice(bill("EUR 5.00", "EUR 5.00", new Late("INV-7", days))).text())
                .contains(text);
    }

    private static Bill bill(String total, String due) {
        return bill(total, due, null);
    }

    private static Bill bill(String total, String due, @Nullable Late late) {
        return new Bill(
                "42",
                "INV-2028-000007",
                "Żaneta <b>",
                Money.parse(total),
                Money.parse(due),
                DUE,
                late);
    }

    private static Envelope envelope(List<String> to, String subject) {
        return new Envelope(UUID.randomUUID(), to, subject, "text", "<p>html</p>", null, null, 1);
    }
}
