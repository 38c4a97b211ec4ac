package dev.quittance.documents;

import com.itextpdf.kernel.geom.PageSize;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfName;
import com.itextpdf.kernel.pdf.PdfReader;
import com.itextpdf.kernel.pdf.PdfString;
import com.itextpdf.kernel.pdf.PdfVersion;
import com.itextpdf.kernel.pdf.PdfViewerPreferences;
import com.itextpdf.kernel.pdf.PdfWriter;
import com.itextpdf.kernel.pdf.WriterProperties;
import com.itextpdf.layout.Document;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Draws a document as a tagged PDF with embedded fonts. The same picture always gives the same
 * bytes. It blocks; call it where that is allowed.
 */
public final class DocumentPdf {
    private static final Set<String> LETTER_COUNTRIES = Set.of("US", "CA", "MX", "PH", "CL", "CO");
    private static final Pattern SUBSET_PREFIX = Pattern.compile("/[A-Z]{6}\\+NotoSans");

    private DocumentPdf() {}

    /** The document as a file. */
    public static byte[] draw(DocumentPicture picture) {
        var bytes = new ByteArrayOutputStream();
        try (var pdf = new PdfDocument(new PdfWriter(bytes, properties(picture)))) {
            describe(pdf, picture);
            // Pages stay open until the end: only then is their number known.
            var document = new Document(pdf, paper(picture), false);
            new PageLayout(document, picture).compose();
            document.close();
        }
        return packed(settled(bytes.toByteArray()), picture);
    }

    /** Less than half as large: the tags that make it readable aloud are many small objects. */
    private static byte[] packed(byte[] drawn, DocumentPicture picture) {
        var bytes = new ByteArrayOutputStream();
        var properties = properties(picture).setFullCompressionMode(true);
        try (var pdf =
                new PdfDocument(
                        new PdfReader(new ByteArrayInputStream(drawn)),
                        new PdfWriter(bytes, properties))) {
            describe(pdf, picture);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static WriterProperties properties(DocumentPicture picture) {
        var id = new PdfString(picture.title() + picture.number());
        return new WriterProperties()
                .setPdfVersion(PdfVersion.PDF_1_7)
                .setInitialDocumentId(id)
                .setModifiedDocumentId(id);
    }

    private static PageSize paper(DocumentPicture picture) {
        return LETTER_COUNTRIES.contains(picture.locale().getCountry())
                ? PageSize.LETTER
                : PageSize.A4;
    }

    private static void describe(PdfDocument pdf, DocumentPicture picture) {
        if (!pdf.isTagged()) {
            pdf.setTagged();
        }
        pdf.getCatalog().setLang(new PdfString(picture.locale().toLanguageTag()));
        pdf.getCatalog().setViewerPreferences(new PdfViewerPreferences().setDisplayDocTitle(true));
        var day = "D:" + picture.issuedOn().format(DateTimeFormatter.BASIC_ISO_DATE) + "000000Z";
        var info = pdf.getDocumentInfo();
        info.setTitle(picture.title() + " " + picture.number());
        info.setAuthor(picture.seller().name());
        info.setMoreInfo(PdfName.CreationDate.getValue(), day);
        info.setMoreInfo(PdfName.ModDate.getValue(), day);
    }

    /** The prefixes of embedded subsets are random; ours are not. */
    private static byte[] settled(byte[] pdf) {
        var text = new String(pdf, StandardCharsets.ISO_8859_1);
        return SUBSET_PREFIX
                .matcher(text)
                .replaceAll("/QTNCDE+NotoSans")
                .getBytes(StandardCharsets.ISO_8859_1);
    }
}
