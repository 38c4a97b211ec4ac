package dev.quittance.uploads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvFileTests {
    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    a,b          | ,
                    a;b          | ;
                    aTABb;cTABd  | TAB
                    "a,b";c;d    | ;
                    alone        | ,
                    """)
    void theDelimiterIsTheOneThatStandsMostOftenOutsideQuotes(String header, String delimiter) {
        assertThat(Delimiter.of(header.replace("TAB", "\t")))
                .isEqualTo(delimiter.replace("TAB", "\t").charAt(0));
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstName() throws IOException {
        assertThat(read("\uFEFFid;name\n1;Ada\n")).containsExactly(row(2, "1", "Ada"));
    }

    @Test
    void cellsInQuotesMayHaveDelimitersQuotesAndLineBreaks() throws IOException {
        assertThat(read("id,name\r\n1,\"Kettle, \"\"Blue\"\"\nLtd\"\r\n\r\n2,Ada\r\n"))
                .containsExactly(row(2, "1", "Kettle, \"Blue\"\nLtd"), row(5, "2", "Ada"));
    }

    @Test
    void raggedRowsAreLeftToTheCheck() throws IOException {
        assertThat(read("id,name\n1\n2,Ada,more\n"))
                .containsExactly(row(2, "1"), row(3, "2", "Ada", "more"));
    }

    @Test
    void columnsWithoutANameGetOne() throws IOException {
        try (var csv = CsvFile.open(file("id,, x \n1,2,3\n"))) {
            assertThat(csv.columns()).containsExactly("id", "Column 2", "x");
        }
    }

    @Test
    void twoColumnsOfOneNameAreRefused() throws IOException {
        assertRefused("id,name,id\n1,Ada,2\n", 1, "id", "number 1 and number 3");
    }

    @Test
    void aQuoteThatIsNeverClosedIsNamedWithItsLineAndColumn() throws IOException {
        assertRefused(
                "id,name,city\n1,Ada,Bath\n2,\"Bob,Leeds\n3,Cy,York\n", 3, "name", "never closed");
    }

    @Test
    void textBehindAClosingQuoteIsNamedWithItsLineAndColumn() throws IOException {
        assertRefused("id,name\n1,Ada\n2,\"Bob\" Ltd\n", 3, "name", "after the closing quote");
    }

    @Test
    void aBrokenQuoteWithinALongerCellIsFoundOnItsOwnLine() throws IOException {
        assertRefused(
                "id,note,name\n1,\"two\nlines\",\"Bob\"x\n", 3, "name", "after the closing quote");
    }

    @Test
    void anotherEncodingIsNamedWithItsLine() throws IOException {
        var latin = "id,name\n1,Ada\n2,Zoë\n".getBytes(StandardCharsets.ISO_8859_1);
        var refused = refused(latin);
        assertThat(refused.line()).isEqualTo(3);
        assertThat(refused.reason()).contains("0xEB", "UTF-8");
    }

    @Test
    void aCutOffCharacterAtTheEndIsAnotherEncodingToo() throws IOException {
        var cut = new byte[] {'i', 'd', '\n', '1', (byte) 0xC3};
        assertThat(refused(cut).line()).isEqualTo(2);
    }

    @Test
    void utf16AndWorkbooksAreNamedAsWhatTheyAre() throws IOException {
        assertThat(refused("id,name\n1,Ada".getBytes(StandardCharsets.UTF_16)).reason())
                .contains("UTF-16");
        assertThat(refused("PK\u0003\u0004rest".getBytes(StandardCharsets.UTF_8)).reason())
                .contains("workbook");
        assertThat(refused("id\n1\0\n".getBytes(StandardCharsets.UTF_8)).reason())
                .contains("zero byte");
    }

    @Test
    void anEmptyFileIsRefused() throws IOException {
        assertThat(refused(new byte[0]).sentence()).contains("empty");
        assertThat(refused("\uFEFF\n \n".getBytes(StandardCharsets.UTF_8)).sentence())
                .contains("empty");
    }

    @Test
    void tooManyColumnsAreRefused() throws IOException {
        assertRefused("x,".repeat(300), 1, null, "301 columns");
    }

    private void assertRefused(String text, int line, String column, String reason)
            throws IOException {
        var refused = refused(text.getBytes(StandardCharsets.UTF_8));
        assertThat(refused.line()).isEqualTo(line);
        assertThat(refused.column()).isEqualTo(column);
        assertThat(refused.reason()).contains(reason);
    }

    private FileRefused refused(byte[] content) throws IOException {
        var file = Files.write(folder.resolve("refused.csv"), content);
        return catchThrowableOfType(FileRefused.class, () -> readAll(file));
    }

    private List<CsvFile.Row> read(String text) throws IOException {
        return readAll(file(text));
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("file.csv"), text);
    }

    private static List<CsvFile.Row> readAll(Path file) throws IOException {
        FileText.check(file);
        try (var csv = CsvFile.open(file)) {
            var rows = new ArrayList<CsvFile.Row>();
            while (csv.hasNext()) {
                rows.add(csv.next());
            }
            return rows;
        }
    }

    private static CsvFile.Row row(int line, String... cells) {
        return new CsvFile.Row(line, List.of(cells));
    }
}
