package dev.quittance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
        stories.inheritIO();

        var told = stories.start();

        assertThat(told.waitFor(20, TimeUnit.MINUTES)).isTrue();
        assertThat(told.exitValue()).as("what the browser found stands above").isZero();
    }
}
