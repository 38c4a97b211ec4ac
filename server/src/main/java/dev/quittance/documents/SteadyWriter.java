package dev.quittance.documents;

import com.itextpdf.kernel.pdf.PdfDictionary;
import com.itextpdf.kernel.pdf.PdfName;
import com.itextpdf.kernel.pdf.PdfObject;
import com.itextpdf.kernel.pdf.PdfWriter;
import com.itextpdf.kernel.pdf.WriterProperties;
import java.io.OutputStream;
import java.util.List;
import java.util.regex.Pattern;

/** Writes the same document as the same bytes: iText gives embedded fonts a random prefix. */
final class SteadyWriter extends PdfWriter {
    private static final Pattern RANDOM = Pattern.compile("^[A-Z]{6}\\+");
    private static final String OURS = "QTNCDE+";
    private static final List<PdfName> NAMES = List.of(PdfName.BaseFont, PdfName.FontName);

    SteadyWriter(OutputStream bytes, WriterProperties properties) {
        super(bytes, properties);
    }

    @Override
    protected void flushObject(PdfObject object, boolean mayBePacked) {
        if (object instanceof PdfDictionary dictionary) {
            NAMES.forEach(name -> settle(dictionary, name));
        }
        super.flushObject(object, mayBePacked);
    }

    private static void settle(PdfDictionary dictionary, PdfName key) {
        var name = dictionary.getAsName(key);
        if (name != null) {
            var settled = RANDOM.matcher(name.getValue()).replaceFirst(OURS);
            dictionary.put(key, new PdfName(settled));
        }
    }
}
