package dev.quittance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * Tells the stories of {@code portal-web/e2e} in a browser, against the packaged application with a
 * database of its own.
 */
class StoriesBrowserTests {

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

        told.inputReader().lines().forEach(System.out::println);
        assertThat(told.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(told.exitValue()).as("what the browser found stands above").isZero();
    }
}
