package dev.quittance.crashes;

import static java.util.Objects.requireNonNull;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A server with an embedded database, as a user starts it. It runs the packaged jar that the system
 * property {@code quittance.jar} names, else the classes just built.
 */
final class ServerProcess {
    private static final Duration START = Duration.ofMinutes(4);
    private static final Duration ANSWER = Duration.ofSeconds(60);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Path folder;
    private final Map<String, String> settings;
    private final int port = freePort();
    private @Nullable Process process;

    /** A server whose data and log lie in {@code folder}; not started yet. */
    ServerProcess(Path folder) {
        this(folder, Map.of());
    }

    /**
     * @param settings environment variables beside those that every server gets
     */
    ServerProcess(Path folder, Map<String, String> settings) {
        this.folder = folder;
        this.settings = settings;
    }

    /** Starts it and waits until it is ready. The first time it finds what a first start makes. */
    void start() {
        if (!settings.containsKey("QUITTANCE_DATABASE_URL") && Files.notExists(postgres())) {
            FirstStart.into(folder);
        }
        startAlone();
    }

    /** The same with an empty folder. */
    void startAlone() {
        var builder = new ProcessBuilder(command());
        builder.directory(folder.toFile());
        builder.environment().put("SERVER_PORT", Integer.toString(port));
        builder.environment().put("QUITTANCE_PUBLIC_URL", url(""));
        builder.environment().put("QUITTANCE_DATABASE_DIRECTORY", postgres().toString());
        builder.environment().putAll(settings);
        builder.redirectErrorStream(true);
        builder.redirectInput(Redirect.from(new File("/dev/null")));
        builder.redirectOutput(Redirect.appendTo(log().toFile()));
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var giveUp = Instant.now().plus(START);
        while (!ready()) {
            if (Instant.now().isAfter(giveUp) || !requireNonNull(process).isAlive()) {
                throw new IllegalStateException("The server did not start:\n" + told());
            }
            pause(200);
        }
    }

    /** {@code kill -9}. Its PostgreSQL lives on as an orphan. */
    void kill() {
        var present = process;
        if (present != null) {
            present.destroyForcibly().onExit().join();
        }
    }

    /** {@code SIGTERM}, as of an operator; completes with the exit code. */
    CompletableFuture<Integer> stop() {
        var present = requireNonNull(process);
        present.destroy();
        return present.onExit().thenApply(Process::exitValue);
    }

    /** {@code kill -9} of the PostgreSQL that holds the data; the server lives on. */
    void killDatabase() {
        postmaster().ifPresent(ServerProcess::killed);
    }

    /**
     * {@code kill -9} of one of PostgreSQL's processes that serve connections: PostgreSQL cuts all
     * connections and recovers by itself.
     */
    void killConnection(int which) {
        var serving =
                postmaster().stream()
                        .flatMap(ProcessHandle::children)
                        .filter(child -> serves(child.pid()))
                        .toList();
        if (!serving.isEmpty()) {
            killed(serving.get(which % serving.size()));
        }
    }

    /** Ends both for good. */
    void end() {
        kill();
        killDatabase();
    }

    HttpResponse<String> post(String path, String contentType, String body, String... headers) {
        var request =
                HttpRequest.newBuilder(URI.create(url(path)))
                        .timeout(ANSWER)
                        .header("Content-Type", contentType)
                        .POST(BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    Database database() {
        return new Database(postgres().resolve("data"));
    }

    private Path postgres() {
        return folder.resolve("postgres");
    }

    /** The last that it wrote into its log. */
    String told() {
        try {
            var lines = Files.readAllLines(log());
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 60), lines.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean ready() {
        var request =
                HttpRequest.newBuilder(URI.create(url("/actuator/health/readiness")))
                        .timeout(Duration.ofSeconds(5))
                        .build();
        try {
            return send(request).statusCode() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Optional<ProcessHandle> postmaster() {
        return database()
                .pid()
                .flatMap(ProcessHandle::of)
                .filter(
                        found ->
                                found.info()
                                        .command()
                                        .filter(name -> name.endsWith("/postgres"))
                                        .isPresent());
    }

    private boolean serves(long pid) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), "cmdline"))
                    .contains("quittance_app");
        } catch (IOException gone) {
            return false;
        }
    }

    private static void killed(ProcessHandle process) {
        process.destroyForcibly();
        process.onExit().join();
    }

    private static List<String> command() {
        var command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-Xmx512m"));
        var jar = System.getProperty("quittance.jar", "");
        if (jar.isBlank()) {
            command.addAll(List.of("-cp", withoutTests(), "dev.quittance.QuittanceApplication"));
        } else {
            command.addAll(List.of("-jar", jar));
        }
        return command;
    }

    private static String withoutTests() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    int port() {
        return port;
    }

    private String url(String path) {
        return "http://localhost:%d%s".formatted(port, path);
    }

    private Path log() {
        return folder.resolve("server.log");
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
