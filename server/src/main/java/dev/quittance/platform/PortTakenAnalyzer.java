package dev.quittance.platform;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says how to choose another port when ours is taken. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class PortTakenAnalyzer extends AbstractFailureAnalyzer<PortInUseException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, PortInUseException cause) {
        var port = cause.getPort();
        return new FailureAnalysis(
                "Port %d is taken by another program.".formatted(port),
                """
                Stop that program, or choose another port, for example %d:
                  SERVER_PORT=%d ./mvnw spring-boot:run"""
                        .formatted(port + 1, port + 1),
                cause);
    }
}
