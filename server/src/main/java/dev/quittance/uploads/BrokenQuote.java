package dev.quittance.uploads;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the quotes of a row go wrong: line and column (from 0) of the cell, and what is wrong. */
record BrokenQuote(int line, int column, String reason) {

    private static final String UNCLOSED =
            "a quote is opened here and never closed. Close it, or write \"\" for a quote within the text.";
    private static final String TEXT_AFTER =
            "there is text after the closing quote. Write \"\" for a quote within the text.";

    /** Walks through the row that starts on {@code line}, which the parser has found broken. */
    static BrokenQuote find(Path file, int line, char delimiter) {
        try (var text = Files.newBufferedReader(file)) {
            skipTo(line, text);
            return walk(text, line, delimiter);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void skipTo(int line, BufferedReader text) throws IOException {
        for (int i = 1; i < line; i++) {
            text.readLine();
        }
    }

    private static BrokenQuote walk(BufferedReader text, int start, char delimiter)
            throws IOException {
        int line = start;
        int opened = start;
        int column = 0;
        boolean cellStart = true;
        boolean quoted = false;
        for (int c = text.read(); c >= 0; ) {
            int next = text.read();
            if (quoted && c == '"' && next == '"') {
                next = text.read();
            } else if (quoted && c == '"') {
                if (next != delimiter && next != '\n' && next != '\r' && next >= 0) {
                    return new BrokenQuote(line, column, TEXT_AFTER);
                }
                quoted = false;
            } else if (!quoted && c == '"' && cellStart) {
                quoted = true;
                opened = line;
            } else if (!quoted && c == delimiter) {
                column++;
            }
            line += c == '\n' ? 1 : 0;
            cellStart = c == delimiter;
            c = next;
        }
        return new BrokenQuote(opened, column, UNCLOSED);
    }
}
