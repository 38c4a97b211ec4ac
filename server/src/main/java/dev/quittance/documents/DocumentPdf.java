package dev.quittance.documents;

import com.itextpdf.kernel.geom.PageSize;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfName;
import com.itextpdf.kernel.pdf.PdfString;
import com.itextpdf.kernel.pdf.PdfVersion;
import com.itextpdf.kernel.pdf.PdfViewerPreferences;
import com.itextpdf.kernel.pdf.WriterProperties;
import com.itextpdf.layout.Document;
import java.io.ByteArrayOutputStream;
import java.time.format.DateTimeFormatter;
import java.util.Set;

/**
 * Draws a document as a tagged PDF with embedded fonts. The same picture always gives the same
 * bytes. It blocks; call it where that is allowed.
 */
public final class DocumentPdf {
    private static final Set<String> LETTER_COUNTRIES = Set.of("US", "CA", "MX", "PH", "CL", "CO");

    private DocumentPdf() {}

    /** The document as a file. */
    public static byte[] draw(DocumentPicture picture) {
        var bytes = new ByteArrayOutputStream();
        try (var pdf = new PdfDocument(new SteadyWriter(bytes, properties(picture)))) {
            describe(pdf, picture);
            // Pages stay open until the end: only then is their number known.
            var document = new Document(pdf, paper(picture), false);
            new PageLayout(document, picture).compose();
            document.close();
        }
        return bytes.toByteArray();
    }

    private static WriterProperties properties(DocumentPicture picture) {
        var id = new PdfString(picture.title() + picture.number());
        // Packed less than half as large: the tags that make it readable aloud are many small
        // objects.
        return new WriterProperties()
                .setPdfVersion(PdfVersion.PDF_1_7)
                .setFullCompressionMode(true)
                .setInitialDocumentId(id)
                .setModifiedDocumentId(id);
    }

    private static PageSize paper(DocumentPicture picture) {
        return LETTER_COUNTRIES.contains(picture.locale().getCountry())
                ? PageSize.LETTER
                : PageSize.A4;
    }

    private static void describe(PdfDocument pdf, DocumentPicture picture) {
        pdf.setTagged();
        pdf.getCatalog().setLang(new PdfString(picture.locale().toLanguageTag()));
        pdf.getCatalog().setViewerPreferences(new PdfViewerPreferences().setDisplayDocTitle(true));
        var day = "D:" + picture.issuedOn().format(DateTimeFormatter.BASIC_ISO_DATE) + "000000Z";
        var info = pdf.getDocumentInfo();
        info.setTitle(picture.title() + " " + picture.number());
        info.setAuthor(picture.seller().name());
        info.setMoreInfo(PdfName.CreationDate.getValue(), day);
        info.setMoreInfo(PdfName.ModDate.getValue(), day);
    }
}
