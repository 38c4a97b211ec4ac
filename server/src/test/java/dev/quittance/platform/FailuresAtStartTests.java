package dev.quittance.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.web.server.PortInUseException;

class FailuresAtStartTests {

    @Test
    void aTakenPortIsToldWithTheWayToAnother() {
        var told = new PortTakenAnalyzer().analyze(new PortInUseException(8080));

        assertThat(told.getDescription()).isEqualTo("Port 8080 is taken by another program.");
        assertThat(told.getAction()).contains("SERVER_PORT=8081");
    }
}
