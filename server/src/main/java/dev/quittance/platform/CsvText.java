package dev.quittance.platform;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.StringWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/**
 * Files for spreadsheets: RFC 4180, UTF-8 with a byte order mark (spreadsheets ask for it). Made
 * while their rows are read; never whole in memory.
 */
public final class CsvText {
    private static final int CHUNK = 500;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private CsvText() {}

    /** The file in pieces of some hundred rows. */
    public static Flux<String> of(List<String> header, Flux<List<String>> rows) {
        return rows.startWith(List.of(header))
                .buffer(CHUNK)
                .map(CsvText::lines)
                .startWith(BYTE_ORDER_MARK);
    }

    /** What people typed must not be taken for a formula by the reader's spreadsheet. */
    public static String harmless(@Nullable String text) {
        if (text == null) {
            return "";
        }
        return text.isEmpty() || "=+-@\t\r".indexOf(text.charAt(0)) < 0 ? text : "'" + text;
    }

    private static String lines(List<List<String>> rows) {
        var text = new StringWriter();
        var writer =
                CsvWriter.builder().bufferSize(0).lineDelimiter(LineDelimiter.CRLF).build(text);
        rows.forEach(writer::writeRecord);
        return text.toString();
    }
}
