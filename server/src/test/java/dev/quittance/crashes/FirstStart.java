package dev.quittance.crashes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/**
 * A folder as a server leaves it that was started for the first time and stopped: the database with
 * its tables and the demo. Made once, since it takes longer than anything else that is tested with
 * it.
 */
final class FirstStart {
    private static final Path MADE = make();

    private FirstStart() {}

    /** Fills a folder in which no server was started yet. */
    static void into(Path folder) {
        try {
            var copy =
                    new ProcessBuilder("cp", "-a", MADE + "/.", folder.toString())
                            .inheritIO()
                            .start()
                            .waitFor();
            if (copy != 0) {
                throw new IllegalStateException("cp ended with " + copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Path make() {
        try {
            var folder = Files.createTempDirectory("quittance-first-start");
            Runtime.getRuntime()
                    .addShutdownHook(
                            new Thread(() -> FileSystemUtils.deleteRecursively(folder.toFile())));
            var server = new ServerProcess(folder);
            server.startAlone();
            server.stop().join();
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
