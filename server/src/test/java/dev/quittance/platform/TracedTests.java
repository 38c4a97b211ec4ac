package dev.quittance.platform;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import io.r2dbc.spi.R2dbcBadGrammarException;
import org.junit.jupiter.api.Test;

class TracedTests {
    private final RuntimeException fault =
            new IllegalStateException(
                    "of Larissa",
                    new R2dbcBadGrammarException("value \"Larissa\"", "22P02", 0, "'Larissa'"));

    @Test
    void theLogTellsKindAndPlaceButNoMessage() {
        fault.addSuppressed(new RuntimeException("GET /documents/the-link"));

        var logged = ThrowableProxyUtil.asString(new ThrowableProxy(Traced.of(fault)));

        assertThat(logged)
                .contains("java.lang.IllegalStateException", "R2dbcBadGrammarException 22P02")
                .contains("\tat " + getClass().getName())
                .doesNotContain("Larissa", "the-link");
    }

    @Test
    void whatIsTriedAgainIsToldInOneLine() {
        assertThat(Traced.line(fault))
                .startsWith(
                        "java.lang.IllegalStateException, because of io.r2dbc.spi.R2dbcBadGrammarException 22P02 at ")
                .contains("TracedTests.java")
                .doesNotContain("Larissa", "\n");
    }

    @Test
    void aFaultThatCausesItselfHasAnEnd() {
        var one = new RuntimeException("one");
        one.initCause(new RuntimeException("two", one));

        assertThat(Traced.line(one)).startsWith("java.lang.RuntimeException");
        assertThat(Traced.of(one)).hasCauseInstanceOf(Traced.class);
    }
}
