package dev.quittance.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.quittance.identity.People;
import dev.quittance.messaging.PostedInvoices.Posted;
import dev.quittance.platform.Caller;
import dev.quittance.platform.Permission;
import dev.quittance.testing.IntegrationTest;
import dev.quittance.testing.Logged;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;

/**
 * Nothing that went wrong puts a person, a secret or a refused request's stack trace in the log.
 */
class LogPrivacyIntegrationTests extends IntegrationTest {
    private static final String EMAIL = "larissa@leak.example";
    private static final String NAME = "Larissa Leakova";
    private static final String SECRET = "SecretOfLarissa-0123456789";
    private static final List<String> PRIVATE =
            List.of(EMAIL, "leak.example", NAME, SECRET, "Leakova", "\tat ");

    @Autowired private PostedInvoices invoices;
    @Autowired private People people;
    @Autowired private MailSending sending;
    @Autowired private TestMailServer mailServer;

    private Logged logged = new Logged();

    @BeforeEach
    void beginLog() {
        logged.close();
        logged = new Logged();
    }

    @AfterEach
    void endLog() {
        logged.close();
        mailServer.none();
    }

    @Test
    void signInsThatFailLeaveNoTrace() {
        auth("sign-in", Map.of("email", EMAIL, "password", SECRET));
        auth("forgot-password", Map.of("email", EMAIL));
        auth("reset-password", Map.of("token", SECRET, "password", SECRET));
        auth("reset-password", Map.of("token", SECRET, "password", 17));
        plain("/auth/sign-in", "{\"email\": \"" + EMAIL + "\", \"password\": " + SECRET);
        plain("/auth/sign-in", "[\"" + SECRET + "\"]");
        http().post()
                .uri("/oauth2/token")
                .header("Authorization", "Basic " + SECRET)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .bodyValue("grant_type=client_credentials&client_secret=" + SECRET)
                .exchange()
                .expectStatus()
                .is4xxClientError();
        http().post()
                .uri("/graphql")
                .header("Authorization", "Bearer " + SECRET)
                .bodyValue(Map.of("query", "{ clock { today } }"))
                .exchange()
                .expectStatus()
                .is4xxClientError();

        assertNothingPrivate();
    }

    @Test
    void badQueriesLeaveNoTrace() {
        for (var query :
                List.of(
                        "{ customers(filter: {search: \"" + NAME,
                        "{ customers(filter: {serch: \"" + NAME + "\"}) { totalCount } }",
                        "{ customer(id: \"" + SECRET + "\") { name } }",
                        "{ customer(id: \"018f0000-0000-7000-8000-00000000dead\") { name } }",
                        "mutation { createCustomer(input: {name: \""
                                + NAME
                                + "\", email: \""
                                + SECRET
                                + "\"}) { __typename } }")) {
            http(owner())
                    .post()
                    .uri("/graphql")
                    .bodyValue(Map.of("query", query))
                    .exchange()
                    .expectStatus()
                    .is2xxSuccessful();
        }
        plain("/graphql", "{\"query\": \"{ " + SECRET);
        plain("/graphql", "{\"query\": 1, \"variables\": \"" + SECRET + "\"}");
        plain("/graphql", "\"" + "x".repeat(300_000) + SECRET + "\"");

        assertNothingPrivate();
    }

    @Test
    void linksOfDocumentsLeaveNoTrace() {
        var posted = invoices.post("9.99", EMAIL, List.of(), clock.today());
        var link = link(posted);
        http().get().uri(link).exchange().expectStatus().is4xxClientError();
        http().get().uri(link + SECRET).exchange().expectStatus().is4xxClientError();
        http().get().uri("/documents/" + SECRET).exchange().expectStatus().is4xxClientError();

        assertThat(link).hasSizeGreaterThan(40);
        assertNothingPrivate();
        assertThat(logged.lines()).noneMatch(line -> line.contains(link));
    }

    @Test
    void declinedCardsLeaveNoTrace() {
        var posted = invoices.post("9.99", EMAIL, List.of(), clock.today());
        var payer = asContact(posted.customer());
        var token =
                payer.document(
                                "query($ids: [ID!]!) { previewPayment(input: {invoiceIds: $ids}) { token } }")
                        .variable("ids", List.of(posted.invoice()))
                        .execute()
                        .path("previewPayment.token")
                        .entity(String.class)
                        .get();
        payer.document(
                        """
                        mutation($id: ID!, $token: String!, $key: String!) {
                          payInvoices(input: {invoiceIds: [$id], cardToken: "card_decline_lost_or_stolen", quoteToken: $token, idempotencyKey: $key}) {
                            __typename } }
                        """)
                .variable("id", posted.invoice())
                .variable("token", token)
                .variable("key", UUID.randomUUID().toString())
                .execute()
                .path("payInvoices.__typename")
                .entity(String.class)
                .isEqualTo("PaymentDeclined");

        assertNothingPrivate();
        assertThat(logged.lines()).noneMatch(line -> line.contains(token));
    }

    @Test
    void aMailThatIsNotTakenIsToldByItsNumberOnly() {
        var mails = new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTP));
        mails.start();
        mailServer.use(mails);
        mails.stop();
        invoices.post("9.99", EMAIL, List.of(), clock.today());
        drain();
        sending.all().block();

        assertThat(logged.lines()).anyMatch(line -> line.contains("was refused"));
        assertNothingPrivate();
    }

    @Test
    void aFileFullOfFaultsLeavesNoTrace() {
        var bytes =
                ("name;email\n\"" + NAME + ";" + EMAIL + "\n" + SECRET)
                        .getBytes(StandardCharsets.UTF_8);
        for (var path : List.of("/imports?fileName=" + SECRET + ".csv", "/imports")) {
            http(owner())
                    .post()
                    .uri(path)
                    .contentType(MediaType.parseMediaType("text/csv"))
                    .bodyValue(bytes)
                    .exchange()
                    .expectStatus()
                    .value(status -> assertThat(status).isLessThan(500));
        }

        assertNothingPrivate();
    }

    @Test
    void whoHangsUpIsNotNews() throws IOException, InterruptedException {
        var at = URI.create(url("http"));
        var query =
                "{\"query\": \"{ branding { name } customers(first: 100) { edges { node { name } } } }\"}";
        for (int i = 0; i < 60; i++) {
            try (var socket = new Socket(at.getHost(), at.getPort())) {
                // An abrupt end, as of a browser that leaves the page.
                socket.setSoLinger(true, 0);
                var body = i % 3 == 0 ? query.substring(0, 20) : query;
                socket.getOutputStream()
                        .write(
                                """
                                POST /graphql HTTP/1.1\r
                                Host: localhost\r
                                Content-Type: application/json\r
                                Content-Length: %d\r
                                \r
                                %s"""
                                        .formatted(query.length(), body)
                                        .getBytes(StandardCharsets.UTF_8));
                Thread.sleep(i % 6);
            }
        }
        Thread.sleep(1000);

        assertThat(logged.lines()).isEmpty();
    }

    private void assertNothingPrivate() {
        assertThat(logged.lines()).allSatisfy(line -> assertThat(line).doesNotContain(PRIVATE));
    }

    private void auth(String act, Map<String, ?> body) {
        http().post()
                .uri("/auth/" + act)
                .header("X-Quittance-App", "console")
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .value(status -> assertThat(status).isLessThan(500));
    }

    private void plain(String path, String body) {
        http().post()
                .uri(path)
                .header("X-Quittance-App", "console")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .is4xxClientError();
    }

    /** A link that only the session of another person may follow. */
    private String link(Posted posted) {
        Map<?, ?> answer =
                people.portal(http(), posted.customer())
                        .graphql(
                                "query($id: ID!) { invoice(id: $id) { pdfUrl } }",
                                Map.of("id", posted.invoice()))
                        .expectBody(Map.class)
                        .returnResult()
                        .getResponseBody();
        return String.valueOf(answer).replaceFirst(".*pdfUrl=(/documents/[^}]*)}.*", "$1");
    }

    private static Caller owner() {
        return staff(Permission.values());
    }
}
