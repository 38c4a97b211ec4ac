package dev.quittance.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.platform.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class OpenSessionTests {
    private static final Instant SEEN = Instant.parse("2030-01-01T10:00:00Z");

    @Test
    void aSessionOfTheConsoleIsIdleAfterEightHours() {
        var session = session(App.CONSOLE, SEEN.plus(Duration.ofDays(1)));

        assertThat(session.openAt(SEEN.plus(Duration.ofHours(8)).minusMillis(1))).isTrue();
        assertThat(session.openAt(SEEN.plus(Duration.ofHours(8)))).isFalse();
    }

    @Test
    void aSessionOfThePortalIsIdleAfterADay() {
        var session = session(App.PORTAL, SEEN.plus(Duration.ofDays(7)));

        assertThat(session.openAt(SEEN.plus(Duration.ofHours(24)).minusMillis(1))).isTrue();
        assertThat(session.openAt(SEEN.plus(Duration.ofHours(24)))).isFalse();
    }

    @Test
    void aSessionEndsOnItsDayHoweverLatelyItWasUsed() {
        var session = session(App.CONSOLE, SEEN.plusSeconds(5));

        assertThat(session.openAt(SEEN.plusSeconds(4))).isTrue();
        assertThat(session.openAt(SEEN.plusSeconds(5))).isFalse();
    }

    @Test
    void whatIsRememberedIsLookedAtEachTime() {
        var loads = new AtomicInteger();
        var valid = new AtomicInteger(1);
        var remembered = new Remembered<String, Integer>(Duration.ofSeconds(30));

        for (int i = 0; i < 3; i++) {
            remembered
                    .get("key", _ -> valid.get() > 0, _ -> Mono.just(loads.incrementAndGet()))
                    .block();
        }
        assertThat(loads).hasValue(1);

        valid.set(0);
        assertThat(
                        remembered
                                .get(
                                        "key",
                                        _ -> valid.get() > 0,
                                        _ -> Mono.just(loads.incrementAndGet()))
                                .block())
                .isNull();
        assertThat(loads).hasValue(2);
    }

    private static OpenSession session(App app, Instant expires) {
        return new OpenSession(Ids.next(), Ids.next(), app, "Ada", null, null, null, SEEN, expires);
    }
}
