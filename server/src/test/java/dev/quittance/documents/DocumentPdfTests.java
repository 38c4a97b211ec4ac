package dev.quittance.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfName;
import com.itextpdf.kernel.pdf.PdfReader;
import com.itextpdf.kernel.pdf.canvas.parser.PdfTextExtractor;
import dev.quittance.documents.DocumentPicture.Cell;
import dev.quittance.documents.DocumentPicture.Column;
import dev.quittance.documents.DocumentPicture.Fact;
import dev.quittance.documents.DocumentPicture.Look;
import dev.quittance.documents.DocumentPicture.Party;
import dev.quittance.documents.DocumentPicture.Section;
import dev.quittance.documents.DocumentPicture.Table;
import dev.quittance.platform.Days;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentPdfTests {
    private static final LocalDate DAY = LocalDate.of(2027, 3, 1);
    private static final String DOT =
            "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    @Test
    void polishCyrillicAndGreekLettersAreThere() throws IOException {
        var text = text(DocumentPdf.draw(picture(3, null)), 1);

        assertThat(text)
                .contains("Zażółć gęślą jaźń", "Щербаков", "Αθήνα", "VAT 19 %", "Page 1 of 1")
                .contains("INV-2027-000042", "March 1, 2027 – March 31, 2027", "PO 4711");
    }

    @Test
    void theHeaderIsRepeatedOnEveryPageAndEachIsNumbered() throws IOException {
        var pdf = DocumentPdf.draw(picture(110, DOT));

        try (var document = open(pdf)) {
            var pages = document.getNumberOfPages();
            assertThat(pages).isGreaterThanOrEqualTo(5);
            for (var n = 1; n <= pages; n++) {
                assertThat(PdfTextExtractor.getTextFromPage(document.getPage(n)))
                        .contains("Page %d of %d".formatted(n, pages), "Registered in Hamburg");
            }
            for (var n = 1; n < pages; n++) {
                assertThat(PdfTextExtractor.getTextFromPage(document.getPage(n)))
                        .contains("Description", "Unit price");
            }
        }
    }

    @Test
    void theSamePictureIsAlwaysTheSameFile() {
        var first = DocumentPdf.draw(picture(3, DOT));

        for (var again = 0; again < 20; again++) {
            assertThat(DocumentPdf.draw(picture(3, DOT))).isEqualTo(first);
        }
        assertThat(DocumentPdf.draw(picture(120, null)))
                .isEqualTo(DocumentPdf.draw(picture(120, null)));
    }

    @Test
    void aLongTableIsOneTableWithEveryRowAndTheHeaderOnEveryPage() throws IOException {
        var rows = 330;

        try (var document = open(DocumentPdf.draw(picture(rows, null)))) {
            var found = 0;
            for (var n = 1; n <= document.getNumberOfPages(); n++) {
                var text = PdfTextExtractor.getTextFromPage(document.getPage(n));
                var here = text.split("Broadband", -1).length - 1;
                assertThat(text.contains("Unit price")).as("page %d", n).isEqualTo(here > 0);
                found += here;
            }
            assertThat(found).isEqualTo(rows);
            assertThat(tables(document)).isOne();
        }
    }

    @Test
    void itIsTaggedTitledAndSmall() throws IOException {
        var pdf = DocumentPdf.draw(picture(3, null));

        assertThat(pdf.length).isLessThan(40_000);
        try (var document = open(pdf)) {
            assertThat(document.isTagged()).isTrue();
            assertThat(document.getDocumentInfo().getTitle()).isEqualTo("Invoice INV-2027-000042");
            assertThat(document.getDocumentInfo().getAuthor()).isEqualTo("Nordwind Telecom GmbH");
            assertThat(document.getCatalog().getLang().toUnicodeString()).isEqualTo("en-GB");
            var fonts = document.getPage(1).getResources().getResource(PdfName.Font);
            assertThat(fonts.size()).isEqualTo(2);
        }
    }

    @Test
    void textThatLooksLikeMarkupIsOnlyText() throws IOException {
        var text = text(DocumentPdf.draw(picture(1, null)), 1);

        assertThat(text).contains("<script>alert(1)</script>");
    }

    @ParameterizedTest
    @Tag("A32")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    en    | USD | 1234567.5 | $1,234,567.50    | March 1, 2027
                    de    | EUR | 1234567.5 | 1.234.567,50 €   | 1. März 2027
                    de-CH | CHF | 1234567.5 | CHF 1’234’567.50 | 1. März 2027
                    pl    | PLN | 1234567.5 | 1 234 567,50 zł  | 1 marca 2027
                    el    | EUR | 12.5      | 12,50 €          | 1 Μαρτίου 2027
                    en    | JPY | 1234      | ¥1,234           | March 1, 2027
                    en    | KWD | 1.5       | KWD 1.500        | March 1, 2027
                    ja    | JPY | 1234      | ¥1,234           | March 1, 2027
                    x!    | USD | 0         | $0.00            | March 1, 2027
                    """)
    void amountsAndDaysAreWrittenInTheReadersWay(
            String locale, String currency, BigDecimal amount, String money, String day) {
        var formats = Formats.of(locale);
        var written = formats.money(Money.of(CurrencyUnit.of(currency), amount));

        assertThat(written.replace('\u00a0', ' ').replace('\u202f', ' ')).isEqualTo(money);
        assertThat(formats.day(DAY)).isEqualTo(day);
    }

    private static String text(byte[] pdf, int page) throws IOException {
        try (var document = open(pdf)) {
            return PdfTextExtractor.getTextFromPage(document.getPage(page));
        }
    }

    /** Tables with a header, as they are read aloud. */
    private static long tables(PdfDocument document) {
        return document.getStructTreeRoot().getKids().stream()
                .flatMap(root -> root.getKids().stream())
                .filter(kid -> PdfName.Table.equals(kid.getRole()))
                .filter(
                        kid ->
                                kid.getKids().stream()
                                        .anyMatch(part -> PdfName.THead.equals(part.getRole())))
                .count();
    }

    private static PdfDocument open(byte[] pdf) throws IOException {
        return new PdfDocument(new PdfReader(new ByteArrayInputStream(pdf)));
    }

    private static DocumentPicture picture(int lines, @Nullable String logo) {
        var formats = Formats.of("en-GB");
        return new DocumentPicture(
                "Invoice",
                "INV-2027-000042",
                DAY,
                formats.locale(),
                new Look("#2f6fed", logo, "Nordwind Telecom GmbH · Registered in Hamburg"),
                new Party(
                        "From",
                        "Nordwind Telecom GmbH",
                        List.of("Hafenstraße 12", "20457 Hamburg")),
                new Party(
                        "Bill to",
                        "Zażółć gęślą jaźń",
                        List.of("Щербаков", "Αθήνα", "<script>alert(1)</script>")),
                List.of(
                        new Fact("Invoice number", "INV-2027-000042"),
                        new Fact("Purchase order", "PO 4711")),
                "€119.00 due 15 March 2027",
                table(lines, formats),
                List.of(new Fact("VAT 19 %", formats.money(Money.parse("EUR 19.00")))),
                new Fact("Total", formats.money(Money.parse("EUR 119.00"))),
                List.of(new Section("Note", List.of(), List.of("Thank you."))));
    }

    private static Table table(int lines, Formats formats) {
        var price = formats.price(new BigDecimal("12.505"), Money.zero(CurrencyUnit.EUR));
        var days = Formats.of("en").days(new Days(DAY, DAY.plusMonths(1)));
        return new Table(
                List.of(
                        new Column("Description", 60, false),
                        new Column("Unit price", 20, true),
                        new Column("Amount", 20, true)),
                IntStream.range(0, lines)
                        .mapToObj(
                                _ ->
                                        List.of(
                                                new Cell("Broadband", days),
                                                Cell.of(price),
                                                Cell.of(formats.amount(Money.parse("EUR 100.00")))))
                        .toList());
    }
}
