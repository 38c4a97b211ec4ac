package dev.quittance.platform;

import org.flywaydb.core.api.exception.FlywayValidateException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in words that the database's tables are not those of this version. */
class MigrationRefusedAnalyzer extends AbstractFailureAnalyzer<FlywayValidateException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, FlywayValidateException cause) {
        return new FailureAnalysis(
                "The database was made by another version of Quittance whose migrations differ from"
                        + " this one's: "
                        + String.valueOf(cause.getMessage()).lines().skip(1).findFirst().orElse(""),
                "Start the version that made it, or a newer release. In a sandbox without data"
                        + " worth keeping, delete the folder ./data/postgres and start again.",
                cause);
    }
}
