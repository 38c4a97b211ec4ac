package dev.quittance.uploads;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A CSV file as it is read: the names of the columns, then row by row. The delimiter is found from
 * the header; quotes follow RFC 4180.
 */
public final class CsvFile implements AutoCloseable {
    public static final int MOST_COLUMNS = 200;
    private static final int LONGEST_CELL = 1 << 20;
    private static final Pattern PARSER_LINE = Pattern.compile("line (\\d+)\\)");

    private final Path file;
    private final char delimiter;
    private final CsvReader<CsvRecord> reader;
    private final CloseableIterator<CsvRecord> records;
    private List<String> columns = List.of();
    private int lastLine = 1;
    private int rowsRead = -1;

    /** One row: the line on which it starts, and its cells, which may be too few or too many. */
    public record Row(int line, List<String> cells) {}

    private CsvFile(Path file, char delimiter) throws IOException {
        this.file = file;
        this.delimiter = delimiter;
        this.reader =
                CsvReader.builder()
                        .fieldSeparator(delimiter)
                        .detectBomHeader(true)
                        .skipEmptyLines(true)
                        .allowUnclosedQuote(false)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .maxBufferSize(LONGEST_CELL)
                        .ofCsvRecord(file);
        this.records = reader.iterator();
        this.columns = named(next().cells());
    }

    /**
     * Opens a file that {@link FileText} has found to be text.
     *
     * @throws FileRefused when the header can't be used
     */
    public static CsvFile open(Path file) {
        try (var text = Files.newBufferedReader(file)) {
            return new CsvFile(file, Delimiter.of(header(text)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<String> columns() {
        return columns;
    }

    public char delimiter() {
        return delimiter;
    }

    /** How many rows below the header were read so far. */
    public int rowsRead() {
        return rowsRead;
    }

    public boolean hasNext() {
        try {
            return records.hasNext();
        } catch (CsvParseException e) {
            throw broken(e);
        }
    }

    public Row next() {
        try {
            var read = records.next();
            rowsRead++;
            lastLine = Math.toIntExact(read.getStartingLineNumber());
            return new Row(lastLine, List.copyOf(read.getFields()));
        } catch (CsvParseException e) {
            throw broken(e);
        }
    }

    @Override
    public void close() {
        try {
            records.close();
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private FileRefused broken(CsvParseException cause) {
        var message = String.valueOf(cause.getMessage());
        var named = PARSER_LINE.matcher(message);
        int line = named.find() ? Integer.parseInt(named.group(1)) : lastLine + 1;
        if (message.startsWith("Unclosed") || message.startsWith("Unexpected")) {
            var place = BrokenQuote.find(file, line, delimiter);
            var column = place.column() < columns.size() ? columns.get(place.column()) : null;
            return new FileRefused(place.line(), column, place.reason());
        }
        return new FileRefused(
                line,
                null,
                "the row is longer than %,d characters. Perhaps a quote is missing."
                        .formatted(LONGEST_CELL));
    }

    private static String header(BufferedReader text) throws IOException {
        for (String line; (line = text.readLine()) != null; ) {
            if (!line.isEmpty()) {
                return line.startsWith("\uFEFF") ? line.substring(1) : line;
            }
        }
        return "";
    }

    private static List<String> named(List<String> header) {
        if (header.size() > MOST_COLUMNS) {
            throw new FileRefused(
                    1,
                    null,
                    "there are %d columns; at most %d can be read."
                            .formatted(header.size(), MOST_COLUMNS));
        }
        var names = new ArrayList<String>();
        var places = new HashMap<String, Integer>();
        for (int i = 0; i < header.size(); i++) {
            var name =
                    header.get(i).strip().isEmpty() ? "Column " + (i + 1) : header.get(i).strip();
            var twin = places.put(name, i + 1);
            if (twin != null) {
                throw new FileRefused(
                        1,
                        name,
                        "two columns bear this name, number %d and number %d. Rename one."
                                .formatted(twin, i + 1));
            }
            names.add(name);
        }
        return List.copyOf(names);
    }
}
