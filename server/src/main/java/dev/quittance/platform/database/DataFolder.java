package dev.quittance.platform.database;

import dev.quittance.platform.StartRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder of the embedded database, held by one server at a time.
 *
 * <p>{@code lock} is held while the server lives, {@code bin} has PostgreSQL's programs, {@code
 * data} the data. The lock lies outside {@code data} so that PostgreSQL never sees it.
 */
final class DataFolder implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DataFolder.class);
    private static final int PATIENCE_SECONDS = 30;

    private final Path folder;
    private final FileChannel lock;

    private DataFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /** Takes the folder, or refuses when another server has it. */
    static DataFolder take(Path folder, String version) {
        try {
            Files.createDirectories(folder);
            var lock =
                    FileChannel.open(
                            folder.resolve("lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            if (!locked(lock)) {
                lock.close();
                throw new StartRefused(
                        "The data folder %s is in use by another running Quittance."
                                .formatted(folder),
                        "Stop the other one, or give this one a folder of its own:"
                                + " QUITTANCE_DATABASE_DIRECTORY=… (and another SERVER_PORT).");
            }
            var taken = new DataFolder(folder, lock);
            taken.checkVersion(version);
            taken.stopOrphan();
            return taken;
        } catch (IOException e) {
            throw new StartRefused(
                    "The data folder %s can't be used: %s".formatted(folder, e.getMessage()),
                    "Make it writable for this user, or choose another with"
                            + " QUITTANCE_DATABASE_DIRECTORY=….");
        }
    }

    Path data() {
        return folder.resolve("data");
    }

    Path programs() {
        return folder.resolve("bin");
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean locked(FileChannel lock) throws IOException {
        try {
            return lock.tryLock() != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }

    private void checkVersion(String version) throws IOException {
        var file = data().resolve("PG_VERSION");
        if (Files.exists(file) && !Files.readString(file).strip().equals(version)) {
            throw new StartRefused(
                    "The data folder %s was made by PostgreSQL %s; this is PostgreSQL %s."
                            .formatted(folder, Files.readString(file).strip(), version),
                    "Carry the data over with pg_dump and pg_restore, or start with an empty"
                            + " folder.");
        }
    }

    /**
     * Stops the PostgreSQL that outlived a killed server; its data is whole, because every commit
     * was written through.
     */
    private void stopOrphan() throws IOException {
        var file = data().resolve("postmaster.pid");
        if (Files.notExists(file)) {
            return;
        }
        var lines = Files.readAllLines(file);
        if (lines.isEmpty()) {
            return;
        }
        var orphan =
                ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                        .filter(DataFolder::isPostgres);
        if (orphan.isPresent()) {
            LOG.info("Stopping the PostgreSQL that a killed server left behind.");
            stop(orphan.get());
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info().command().map(c -> c.endsWith("/postgres")).orElse(false);
    }

    private static void stop(ProcessHandle postgres) throws IOException {
        try {
            // The interrupt is PostgreSQL's fast shutdown; the plain signal would wait for clients.
            new ProcessBuilder("kill", "-INT", Long.toString(postgres.pid())).start().waitFor();
            postgres.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            postgres.destroyForcibly();
            postgres.onExit().join();
        } catch (ExecutionException e) {
            throw new IOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
