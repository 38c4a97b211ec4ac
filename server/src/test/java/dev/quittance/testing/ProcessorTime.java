package dev.quittance.testing;

import java.nio.file.Path;
import java.time.Duration;

/** Processor time of this server and of its PostgreSQL: what other programs do does not count. */
public record ProcessorTime(Duration server, Duration database) {

    public static ProcessorTime now() {
        return new ProcessorTime(
                used(ProcessHandle.current()),
                ProcessHandle.allProcesses()
                        .filter(ProcessorTime::isPostgres)
                        .map(ProcessorTime::used)
                        .reduce(Duration.ZERO, Duration::plus));
    }

    public ProcessorTime since(ProcessorTime before) {
        return new ProcessorTime(server.minus(before.server), database.minus(before.database));
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> Path.of(command).endsWith("bin/postgres"))
                .orElse(false);
    }

    private static Duration used(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
