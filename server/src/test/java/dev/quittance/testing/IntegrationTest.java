package dev.quittance.testing;

import dev.quittance.payments.stripe.FakeStripe;
import dev.quittance.platform.BusinessClock;
import dev.quittance.platform.Caller;
import dev.quittance.platform.Ids;
import dev.quittance.platform.Nightly;
import dev.quittance.platform.Outbox;
import dev.quittance.platform.Permission;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.graphql.test.tester.HttpGraphQlTester;
import org.springframework.graphql.test.tester.WebSocketGraphQlTester;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.socket.client.ReactorNettyWebSocketClient;

/**
 * A test of the whole application over HTTP and a real PostgreSQL.
 *
 * <p>All such classes share one application, so they must not add beans or properties of their own;
 * a component that only tests need stands in the test sources. Each class begins with the database
 * as it is after the first start; its tests share it. Background work is off: {@link #drain()}
 * delivers, {@link #clock} runs due work.
 */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "quittance.background=false",
            "quittance.demo.enabled=false",
            "quittance.identity.cached-for=1s",
            // Stripe is set up beside the sandbox gateway, which new charges go to.
            "quittance.payments.gateway=sandbox",
            "quittance.stripe.secret-key=" + FakeStripe.SECRET_KEY,
            "quittance.stripe.publishable-key=pk_test_fake",
            "quittance.stripe.webhook-secret=" + FakeStripe.WEBHOOK_SECRET,
            "spring.graphql.schema.locations=classpath*:graphql/"
        })
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class IntegrationTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int LARGEST_ANSWER = 16 * 1024 * 1024;

    /** The application's own connection: rows only, no tables. */
    @Autowired protected DatabaseClient db;

    protected TestClock clock;

    @LocalServerPort private int port;
    @Autowired private Outbox outbox;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry settings) {
        TestDatabase.only().settings().forEach((name, value) -> settings.add(name, () -> value));
        settings.add("quittance.stripe.api-url", () -> FakeStripe.only().url());
    }

    /** The database as it is after the first start, whatever has been done since. */
    @BeforeAll
    protected void beginAnew(
            @Autowired BusinessClock businessClock,
            @Autowired Nightly nightly,
            @Autowired ApplicationEventPublisher publisher) {
        TestDatabase.only().renew();
        FakeStripe.only().forget();
        publisher.publishEvent(new DatabaseRenewed());
        clock = new TestClock(businessClock, nightly);
        clock.afterTen(Duration.ZERO);
        listensAgain();
    }

    /** The new database has cut the connection that listens; live tests want it back first. */
    private void listensAgain() {
        db.sql(
                        """
                        select count(*) from pg_stat_activity
                         where datname = current_database() and query like 'listen %'
                        """)
                .mapValue(Long.class)
                .one()
                .filter(listeners -> listeners > 0)
                .repeatWhenEmpty(200, tries -> tries.delayElements(Duration.ofMillis(100)))
                .block(PATIENCE);
    }

    /** Speaks GraphQL over HTTP as any caller. */
    protected HttpGraphQlTester graphql(Caller caller) {
        return HttpGraphQlTester.create(
                http(caller).mutate().baseUrl(url("http") + "/graphql").build());
    }

    /** A member of staff with just these permissions. */
    protected HttpGraphQlTester asStaff(Permission... permissions) {
        return graphql(staff(permissions));
    }

    /** A member of staff who may do everything. */
    protected HttpGraphQlTester asOwner() {
        return graphql(staff(Permission.values()));
    }

    /** A billing contact of a customer. */
    protected HttpGraphQlTester asContact(UUID customer) {
        return graphql(contact(customer));
    }

    protected HttpGraphQlTester anonymous() {
        return graphql(Caller.ANONYMOUS);
    }

    /** Speaks GraphQL over a WebSocket, for live fields. */
    protected WebSocketGraphQlTester live(Caller caller) {
        return WebSocketGraphQlTester.builder(
                        URI.create(url("ws") + "/graphql"), new ReactorNettyWebSocketClient())
                .responseTimeout(PATIENCE)
                .headers(headers -> headers.set(ForgedCallers.HEADER, ForgedCallers.header(caller)))
                .build();
    }

    /** Speaks plain HTTP as any caller. */
    protected WebTestClient http(Caller caller) {
        return WebTestClient.bindToServer()
                .baseUrl(url("http"))
                .responseTimeout(PATIENCE)
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(LARGEST_ANSWER))
                .defaultHeader(ForgedCallers.HEADER, ForgedCallers.header(caller))
                .build();
    }

    /** Speaks plain HTTP without a forged caller: whoever the request's own proofs say. */
    protected WebTestClient http() {
        return WebTestClient.bindToServer().baseUrl(url("http")).responseTimeout(PATIENCE).build();
    }

    protected static Caller staff(Permission... permissions) {
        return new Caller(
                Caller.Kind.STAFF, Ids.next(), "Sam Staff", Set.of(permissions), null, null);
    }

    protected static Caller contact(UUID customer) {
        return new Caller(
                Caller.Kind.CONTACT,
                Ids.next(),
                "Connie Contact",
                Set.of(Permission.CONTACT_BILLING),
                customer,
                null);
    }

    /** The server's address, {@code http://localhost:…}. */
    protected String url(String scheme) {
        return "%s://localhost:%d".formatted(scheme, port);
    }

    /** Delivers all events. */
    protected void drain() {
        outbox.drain().block(PATIENCE);
    }
}
