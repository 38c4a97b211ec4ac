package dev.quittance.documents;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * All that stands on a document, worded and formatted; drawing it decides nothing but the layout.
 *
 * @param title what it is: {@code Invoice}
 * @param headline the one sentence to read: {@code 12.50 USD due March 14, 2027}
 * @param facts number, dates and the like, on top
 * @param sums the rows between table and total
 * @param sections what follows below the total: how to pay, notes
 */
public record DocumentPicture(
        String title,
        String number,
        LocalDate issuedOn,
        Locale locale,
        Look look,
        Party seller,
        Party buyer,
        List<Fact> facts,
        @Nullable String headline,
        Table table,
        List<Fact> sums,
        Fact total,
        List<Section> sections) {

    public DocumentPicture {
        facts = List.copyOf(facts);
        sums = List.copyOf(sums);
        sections = List.copyOf(sections);
    }

    /**
     * The organisation's look.
     *
     * @param accent a colour, {@code #2f6fed}
     * @param logo a data URL of a PNG or JPEG
     * @param footer the last lines of every page
     */
    public record Look(String accent, @Nullable String logo, @Nullable String footer) {}

    /** A party with the lines of its address, tax id and the like. */
    public record Party(String heading, String name, List<String> lines) {
        public Party {
            lines = List.copyOf(lines);
        }
    }

    /** A label and what it labels. */
    public record Fact(String label, String value) {}

    /** Something below the total: facts, sentences, or both. */
    public record Section(String title, List<Fact> facts, List<String> sentences) {
        public Section {
            facts = List.copyOf(facts);
            sentences = List.copyOf(sentences);
        }
    }

    /** The lines; the header is repeated on every page. */
    public record Table(List<Column> columns, List<List<Cell>> rows) {
        public Table {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }
    }

    /**
     * A column.
     *
     * @param width its share of the table's width
     * @param number whether it holds figures, set to the right
     */
    public record Column(String title, int width, boolean number) {}

    /** A cell; {@code below} stands under the text, smaller. */
    public record Cell(String text, @Nullable String below) {
        public static Cell of(String text) {
            return new Cell(text, null);
        }
    }
}
