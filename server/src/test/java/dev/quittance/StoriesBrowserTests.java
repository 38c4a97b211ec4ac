package dev.quittance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Tells the stories of {@code portal-web/e2e} in a browser, against the packaged application with a
 * database of its own.
 */
class StoriesBrowserTests {

    /** What comes first of a story that did not hold: {@code 1) console-tour.spec.ts:12:1 › …}. */
    private static final Pattern FAULT = Pattern.compile("\\s*\\d+\\) .*");

    private static final int LINES_TOLD = 120;

    @Test
    void everyStoryHoldsInABrowser() throws IOException, InterruptedException {
        var stories = new ProcessBuilder("npm", "run", "--silent", "e2e");
        stories.directory(Path.of("..", "portal-web").toFile());
        stories.environment().put("QUITTANCE_JAR", System.getProperty("quittance.jar"));
        stories.environment().put("JAVA_HOME", System.getProperty("java.home"));
        // Not the input and output of this process: the build talks to it through them.
        stories.redirectErrorStream(true);
        stories.redirectInput(Redirect.from(new File("/dev/null")));

        var told = stories.start();

        var lines = told.inputReader().lines().peek(System.out::println).toList();
        assertThat(told.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(told.exitValue()).as(faults(lines)).isZero();
    }

    /** The stories that failed and why, so that the short report of a build says it, too. */
    private static String faults(List<String> lines) {
        return lines.stream()
                .dropWhile(line -> !FAULT.matcher(line).matches())
                .limit(LINES_TOLD)
                .collect(Collectors.joining("\n", "What the browser found:\n", "\n"));
    }
}
