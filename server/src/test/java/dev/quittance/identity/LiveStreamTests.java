package dev.quittance.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.platform.Changes;
import dev.quittance.platform.Ids;
import dev.quittance.testing.IntegrationTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;

class LiveStreamTests extends IntegrationTest {
    private static final String CLOCK = "subscription { clockChanged { kind } }";

    @Autowired People people;
    @Autowired Changes changes;

    private Login staff;
    private Browser browser;

    @BeforeEach
    void somebodyIsSignedIn() {
        staff = people.staff(StaffRole.OWNER);
        browser = Browser.of(http(), staff);
    }

    @Test
    void whatChangesIsToldLive() throws InterruptedException {
        try (var live = connect()) {
            streamed(live);
            changes.announce("CLOCK", Ids.next(), null).block();

            assertThat(live.next()).contains("\"next\"", "CLOCK");
        }
    }

    @Test
    void aStreamEndsWhenItsSessionIsSignedOut() throws InterruptedException {
        try (var live = connect()) {
            streamed(live);

            browser.post("sign-out", Map.of()).expectStatus().isNoContent();

            assertThat(live.next()).contains("\"error\"", "UNAUTHORIZED");
        }
    }

    @Test
    void aStreamEndsWhenThePasswordChangesElsewhere() throws InterruptedException {
        var elsewhere = Browser.of(http(), staff);
        try (var live = connect()) {
            streamed(live);

            elsewhere.graphql(
                    """
                    mutation {
                      changePassword(input: { existing: "%s", new: "quite another long one" }) {
                        __typename
                      }
                    }"""
                            .formatted(People.PASSWORD),
                    Map.of());

            assertThat(live.next()).contains("\"error\"", "UNAUTHORIZED");
        }
    }

    /** As an operator does with SQL, or another server whose word is lost. */
    @Test
    void aStreamEndsSoonAfterItsPersonIsDisabledUnheard() throws InterruptedException {
        try (var live = connect()) {
            streamed(live);

            db.sql("update login set status = 'DISABLED' where id = :id")
                    .bind("id", staff.id())
                    .then()
                    .block();

            assertThat(live.next()).contains("\"error\"", "UNAUTHORIZED");
        }
    }

    @Test
    void afterTheSessionNothingStartsOnItsConnection() {
        try (var live = connect()) {
            browser.post("sign-out", Map.of()).expectStatus().isNoContent();

            live.subscribe("1", CLOCK);
            assertThat(live.next()).contains("UNAUTHORIZED");
            live.subscribe("2", "{ staffUsers { id } }");
            assertThat(live.next(2).toString()).contains("UNAUTHORIZED").doesNotContain("\"id\":{");
        }
    }

    @Test
    void aSessionHasTenStreamsAtMost() throws InterruptedException {
        try (var live = connect();
                var another = connect()) {
            for (int i = 0; i < LiveStreams.MOST; i++) {
                (i < 5 ? live : another).subscribe("s" + i, CLOCK);
            }
            assertThat(live.nextWithin(500)).isNull();

            live.subscribe("one too many", CLOCK);
            assertThat(live.next()).contains("\"error\"", "one too many", "FORBIDDEN");

            another.complete("s9");
            Thread.sleep(300);
            live.subscribe("again ten", CLOCK);
            assertThat(live.nextWithin(500)).isNull();
        }
    }

    /** Subscribes, and waits until that has arrived. */
    private static void streamed(LiveConnection live) throws InterruptedException {
        live.subscribe("1", CLOCK);
        Thread.sleep(500);
    }

    private LiveConnection connect() {
        var headers = new HttpHeaders();
        var cookie = browser.cookie();
        headers.set(HttpHeaders.COOKIE, cookie.getName() + "=" + cookie.getValue());
        headers.setOrigin(url("http"));
        var live = new LiveConnection(url("ws") + "/graphql?app=console", headers);
        assertThat(live.next()).contains("connection_ack");
        return live;
    }
}
