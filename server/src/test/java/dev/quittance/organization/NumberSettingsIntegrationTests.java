package dev.quittance.organization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.testing.IntegrationTest;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.reactive.TransactionalOperator;

/** Patterns and first numbers as the merchant sets them. */
class NumberSettingsIntegrationTests extends IntegrationTest {
    private static final LocalDate TODAY = LocalDate.of(2030, 1, 1);

    @Autowired private NumberSeries series;
    @Autowired private TransactionalOperator transaction;

    @Test
    void whatIsPreviewedIsWhatTheNextDocumentGets() {
        Map<String, Object> wish =
                Map.of("kind", "INVOICE", "pattern", "RE-{year}-{number:5}", "firstNumber", 700);

        assertThat(
                        ask(
                                "query",
                                "previewDocumentNumbers",
                                wish,
                                "... on DocumentNumbers { next }",
                                "next"))
                .isEqualTo("RE-2030-00700");
        assertThat(
                        ask(
                                "mutation",
                                "updateDocumentNumbers",
                                wish,
                                "... on DocumentNumbersUpdated { numbers { next } }",
                                "numbers.next"))
                .isEqualTo("RE-2030-00700");
        assertThat(take(SeriesKind.INVOICE)).isEqualTo("RE-2030-00700");
        assertThat(take(SeriesKind.INVOICE)).isEqualTo("RE-2030-00701");

        assertThat(
                        ask(
                                "mutation",
                                "updateDocumentNumbers",
                                wish,
                                "... on InvalidInput { message }",
                                "message"))
                .contains("the next one is 702");
        asOwner()
                .document("{ documentNumbers { kind pattern next begun } }")
                .execute()
                .path("documentNumbers[?(@.kind == 'INVOICE')].next")
                .entityList(String.class)
                .containsExactly("RE-2030-00702");
    }

    private String take(SeriesKind kind) {
        var block = transaction.transactional(series.take(kind, TODAY, 1)).block();
        assertThat(block).isNotNull();
        return block.number(0);
    }

    private String ask(
            String operation, String field, Map<String, Object> input, String answer, String path) {
        return asOwner()
                .document(
                        "%s($i: DocumentNumbersInput!) { %s(input: $i) { __typename %s } }"
                                .formatted(operation, field, answer))
                .variable("i", input)
                .execute()
                .path(field + "." + path)
                .entity(String.class)
                .get();
    }
}
