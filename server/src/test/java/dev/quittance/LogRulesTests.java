package dev.quittance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A fault's message may quote what somebody typed: it goes into the log as {@code Traced} only. */
class LogRulesTests {
    private static final Pattern LOGGED =
            Pattern.compile("\\bLOG\\.(warn|error)\\([^;]*;", Pattern.CASE_INSENSITIVE);
    private static final Pattern BARE =
            Pattern.compile(
                    "getMessage\\(\\)|,\\s*(e|ex|t|error|fault|failure|cause|exception)\\s*\\)",
                    Pattern.CASE_INSENSITIVE);

    @Test
    void faultsAreLoggedWithoutTheirMessages() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            var sources = files.filter(file -> file.toString().endsWith(".java")).toList();

            assertThat(sources).isNotEmpty();
            assertThat(sources.stream().flatMap(LogRulesTests::bare)).isEmpty();
        }
    }

    @Test
    void whatMustNotBeIsFound() {
        assertThat(bare("LOG.error(\"Import {} stopped\", id, failure);")).hasSize(1);
        assertThat(bare("log.warn(\"Again: {}\", fault.getMessage()))\n.then();")).hasSize(1);
        assertThat(bare("LOG.error(\"Import {} stopped\", id, Traced.of(failure));")).isEmpty();
    }

    private static Stream<String> bare(Path source) {
        try {
            return bare(Files.readString(source)).stream()
                    .map(found -> source.getFileName() + ": " + found);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> bare(String text) {
        return LOGGED.matcher(text)
                .results()
                .map(MatchResult::group)
                .filter(found -> BARE.matcher(found).find())
                .toList();
    }
}
