package dev.quittance.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.quittance.identity.Logins;
import dev.quittance.identity.StaffRole;
import dev.quittance.messaging.PostedInvoices.Posted;
import dev.quittance.organization.Organizations;
import dev.quittance.platform.Caller;
import dev.quittance.platform.Ids;
import dev.quittance.platform.Permission;
import dev.quittance.testing.IntegrationTest;
import dev.quittance.testing.Statements;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.graphql.test.tester.GraphQlTester;
import reactor.core.publisher.Flux;

class MailIntegrationTests extends IntegrationTest {
    private static final ParameterizedTypeReference<Map<String, Object>> NODE =
            new ParameterizedTypeReference<>() {};
    private static final String MAILS =
            """
            query($search: String, $customer: ID, $status: MailStatus, $first: Int = 20, $after: String) {
              mails(filter: {search: $search, customerId: $customer, status: $status}, first: $first, after: $after) {
                edges { node { id to subject text status failure sentAt
                  attachments { fileName size url } customer { name } invoice { number mailedAt } } }
                pageInfo { hasNextPage endCursor } } }""";

    @Autowired private PostedInvoices invoices;
    @Autowired private MailSending sending;
    @Autowired private TestMailServer server;
    @Autowired private Logins logins;
    @Autowired private Organizations organizations;

    @AfterEach
    void noMailServer() {
        server.none();
    }

    @Test
    @Tag("L5")
    @Tag("L6")
    void aPostedInvoiceIsMailedToAllRecipientsAndKeptWhereThereIsNoServer() {
        var posted =
                invoices.post(
                        "12.34", "main@kept.example", List.of("more@kept.example"), clock.today());
        drain();
        drain();
        var mail = single(posted.customer());
        assertThat(mail.get("to")).isEqualTo(List.of("main@kept.example", "more@kept.example"));
        assertThat(mail.get("status")).isEqualTo("KEPT");
        assertThat(mail.get("subject").toString()).startsWith("Invoice INV-2030-");
        assertThat(mail.get("text").toString())
                .contains("EUR 12.34", "/portal/invoices/" + posted.invoice());
        assertThat(mail.get("customer")).isEqualTo(Map.of("name", "Żółw & Sons"));
        assertThat(((Map<?, ?>) mail.get("invoice")).get("mailedAt")).isNotNull();
        assertThat(mail.get("attachments").toString()).contains(".pdf", "/documents/");
    }

    @Test
    void aCustomerIsWrittenToInTheirLanguage() {
        var posted = invoices.post("1234.56", "kasse@deutsch.example", List.of(), clock.today());
        db.sql("update customer set locale = 'de-AT' where id = :id")
                .bind("id", posted.customer())
                .then()
                .block();
        drain();
        var mail = single(posted.customer());
        assertThat(mail.get("subject").toString()).startsWith("Rechnung INV-2030-");
        assertThat(mail.get("text").toString())
                .contains(
                        "Guten Tag",
                        "234,56",
                        "15. Jänner 2030",
                        "/portal/invoices/" + posted.invoice());
    }

    @Test
    void mailGoesOutWithThePdfAttached() throws Exception {
        var mails = start();
        try {
            var posted = invoices.post("5.00", "smtp@out.example", List.of(), clock.today());
            drain();
            assertThat(single(posted.customer()).get("status")).isEqualTo("QUEUED");
            sending.all().block();
            var sent = single(posted.customer());
            assertThat(sent.get("status")).isEqualTo("SENT");
            assertThat(sent.get("sentAt")).isNotNull();
            var received = mails.getReceivedMessagesForDomain("out.example");
            assertThat(received).hasSize(1);
            assertThat(received[0].getMessageID())
                    .isEqualTo("<%s@localhost>".formatted(sent.get("id")));
            assertThat(received[0].getSubject()).isEqualTo(sent.get("subject"));
            assertThat(attachment(received[0])).startsWith("%PDF".getBytes());
            sending.all().block();
            assertThat(mails.getReceivedMessagesForDomain("out.example")).hasSize(1);
        } finally {
            mails.stop();
        }
    }

    @Test
    void aRefusedMailIsTriedAgainAndGivenUpAfterTenTries() {
        var mails = start();
        mails.stop();
        var posted = invoices.post("5.00", "down@retry.example", List.of(), clock.today());
        drain();
        for (int i = 1; i <= 10; i++) {
            assertThat(single(posted.customer()).get("status")).isEqualTo("QUEUED");
            sending.all().block();
            db.sql("update mail set next_try_at = now() where status = 'QUEUED'").then().block();
        }
        var mail = single(posted.customer());
        assertThat(mail.get("status")).isEqualTo("FAILED");
        assertThat(mail.get("failure").toString()).isNotBlank();
    }

    @Test
    void aMailThatWasGivenUpIsTriedAgainWhenStaffWantIt() throws Exception {
        var mails = start();
        mails.stop();
        var posted = invoices.post("5.00", "again@parked.example", List.of(), clock.today());
        drain();
        var id = single(posted.customer()).get("id");
        retry(id).path("retryMail.__typename").entity(String.class).isEqualTo("MailNotFailed");
        db.sql("update mail set tries = 9 where status = 'QUEUED'").then().block();
        sending.all().block();
        assertThat(single(posted.customer()).get("status")).isEqualTo("FAILED");

        mails = start();
        try {
            retry(id).path("retryMail.id").entity(String.class).isEqualTo(String.valueOf(id));
            assertThat(single(posted.customer()).get("status")).isEqualTo("QUEUED");
            sending.all().block();
            assertThat(single(posted.customer()).get("status")).isEqualTo("SENT");
            assertThat(mails.getReceivedMessagesForDomain("parked.example")).hasSize(1);
        } finally {
            mails.stop();
        }
    }

    @Test
    void hundredInvoicesAreFiledMailedAndSentWithoutStatementsForEach() throws Exception {
        var mails = start();
        try {
            invoices.postMany(100, "many.example", clock.today());
            var written = Statements.during(this::drain);
            assertThat(written).hasSizeLessThan(45);
            var sent = Statements.during(() -> sending.all().block());
            assertThat(sent).filteredOn(MailIntegrationTests::reads).hasSizeLessThan(20);
            // What was sent meanwhile is kept together: the slower the mail server, the less it is.
            assertThat(sent).hasSizeLessThan(300);
            assertThat(mails.getReceivedMessagesForDomain("many.example")).hasSize(100);
            assertThat(mails(Map.of("search", "many", "status", "SENT", "first", 100)))
                    .hasSize(100)
                    .allSatisfy(
                            mail ->
                                    assertThat(((Map<?, ?>) mail.get("invoice")).get("mailedAt"))
                                            .isNotNull());
        } finally {
            mails.stop();
        }
    }

    @Test
    void aRefusedMailDoesNotHoldTheOthersOfItsBatch() throws Exception {
        var mails = start();
        try {
            var good = invoices.post("5.00", "good@mixed.example", List.of(), clock.today());
            var bad = invoices.post("5.00", "bad@mixed.example", List.of(), clock.today());
            drain();
            db.sql("update mail set recipients = '{\"no address\"}' where customer_id = :bad")
                    .bind("bad", bad.customer())
                    .then()
                    .block();
            sending.all().block();
            assertThat(single(good.customer()).get("status")).isEqualTo("SENT");
            assertThat(single(bad.customer()).get("status")).isEqualTo("FAILED");
            assertThat(single(bad.customer()).get("failure").toString()).isNotBlank();
        } finally {
            mails.stop();
        }
    }

    @Test
    void severalServersSendEachMailOnce() throws Exception {
        var mails = start();
        try {
            invoices.postMany(60, "once.example", clock.today());
            drain();
            Flux.merge(sending.all(), sending.all(), sending.all()).then().block();
            assertThat(mails.getReceivedMessagesForDomain("once.example")).hasSize(60);
        } finally {
            mails.stop();
        }
    }

    @Test
    @Tag("L9")
    @Tag("T30")
    void disabledOnesThoseWithoutAddressAndInvoicesOfNothingAreNotMailed() {
        var disabled = invoices.post("5.00", "off@none.example", List.of(), clock.today());
        db.sql("update customer set active = false where id = :id")
                .bind("id", disabled.customer())
                .then()
                .block();
        var silent = invoices.post("5.00", null, List.of(), clock.today());
        var nothing = invoices.post("0", "zero@none.example", List.of(), clock.today());
        drain();
        for (var posted : List.of(disabled, silent, nothing)) {
            assertThat(mails(Map.of("customer", posted.customer()))).isEmpty();
        }
        email(disabled, null, "d-1")
                .path("emailInvoice.__typename")
                .entity(String.class)
                .isEqualTo("NoRecipient");
    }

    @Test
    @Tag("A33")
    void staffMailAnInvoiceOncePerKey() {
        var posted = invoices.post("7.00", "first@again.example", List.of(), clock.today());
        drain();
        for (int i = 0; i < 2; i++) {
            email(posted, List.of("boss@again.example"), "k-1")
                    .path("emailInvoice.to")
                    .entityList(String.class)
                    .containsExactly("boss@again.example")
                    .path("emailInvoice.invoice.number")
                    .hasValue();
        }
        assertThat(mails(Map.of("customer", posted.customer()))).hasSize(2);
        email(posted, null, "k-1")
                .path("emailInvoice.__typename")
                .entity(String.class)
                .isEqualTo("KeyReused");
        email(posted, null, "k-2")
                .path("emailInvoice.to")
                .entityList(String.class)
                .containsExactly("first@again.example");
        email(posted, List.of("a@b.example\nBcc: c@d.example"), "k-3")
                .path("emailInvoice.fields[0].path")
                .entity(String.class)
                .isEqualTo("to[0]");
        email(posted, List.of(), "k-4")
                .path("emailInvoice.fields[0].path")
                .entity(String.class)
                .isEqualTo("to");
        assertError(email(new Posted(Ids.next(), Ids.next()), null, "k-5"), "NOT_FOUND");
        asOwner()
                .document(
                        "query($id: ID!) { invoice(id: $id) { history(first: 5) { edges { node { what actor } } } } }")
                .variable("id", posted.invoice())
                .execute()
                .path("invoice.history.edges[*].node.what")
                .entityList(String.class)
                .contains("invoice mailed");
    }

    @Test
    void oneTimeLinksAreShownOnlyWhileThereIsNoMailServer() throws Exception {
        logins.inviteStaff("Ina Vited", "ina@invited.example", StaffRole.SUPPORT).block();
        drain();
        var mail = mails(Map.of("search", "INA@inv")).getFirst();
        assertThat(mail.get("text").toString()).contains("/console/accept-invitation#token=");
        var mails = start();
        try {
            assertThat(
                            mails(Map.of("search", "ina@invited.example"))
                                    .getFirst()
                                    .get("text")
                                    .toString())
                    .doesNotContain("#token=");
            logins.inviteStaff("Ina Vited", "ina@invited.example", StaffRole.SUPPORT).block();
            drain();
            sending.all().block();
            var received = mails.getReceivedMessagesForDomain("invited.example");
            assertThat(text(received[0])).contains("/console/accept-invitation#token=");
        } finally {
            mails.stop();
            server.none();
        }
        var sent = mails(Map.of("search", "ina@invited.example", "status", "SENT")).getFirst();
        assertThat(sent.get("text").toString()).doesNotContain("#token=");
        assertThat(
                        db.sql(
                                        "select count(*) from mail where status = 'SENT' and sealed_link is not null")
                                .mapValue(Long.class)
                                .one()
                                .block())
                .isZero();
    }

    @Test
    @Tag("P75")
    void aCardPaymentIsThankedForAndTheMerchantHearsOfIt() {
        var posted = invoices.post("9.00", "payer@paid.example", List.of(), clock.today());
        drain();
        var quote =
                asContact(posted.customer())
                        .document(
                                "query($ids: [ID!]!) { previewPayment(input: {invoiceIds: $ids}) { token } }")
                        .variable("ids", List.of(posted.invoice()))
                        .execute()
                        .path("previewPayment.token")
                        .entity(String.class)
                        .get();
        asContact(posted.customer())
                .document(
                        """
                        mutation($input: PayInvoicesInput!) { payInvoices(input: $input) { __typename
                          ... on PaymentSucceeded { invoices { status } } } }""")
                .variable(
                        "input",
                        Map.of(
                                "invoiceIds",
                                List.of(posted.invoice()),
                                "cardToken",
                                "card_success",
                                "quoteToken",
                                quote,
                                "idempotencyKey",
                                "pay-1"))
                .execute()
                .path("payInvoices.invoices[0].status")
                .entity(String.class)
                .isEqualTo("PAID");
        drain();
        var subjects =
                mails(Map.of("customer", posted.customer())).stream()
                        .map(m -> m.get("subject").toString())
                        .toList();
        assertThat(subjects)
                .anyMatch(s -> s.startsWith("Receipt RCP-2030-"))
                .anyMatch(s -> s.equals("Żółw & Sons paid EUR 9.00"));
        var notice =
                mails(Map.of("customer", posted.customer())).stream()
                        .filter(m -> m.get("subject").toString().contains("paid EUR"))
                        .findFirst()
                        .orElseThrow();
        assertThat(notice.get("to")).isEqualTo(List.of(organizations.current().block().email()));
    }

    @Test
    void mailsArePagedAndSearchedByTheBeginningOfAnAddress() {
        for (int i = 0; i < 3; i++) {
            invoices.post(
                    "1.00",
                    "page%d@paged.example".formatted(i),
                    List.of("copy%d@pa%%ged.example".formatted(i)),
                    clock.today());
            drain();
        }
        var first =
                asOwner().document(MAILS).variable("search", "page").variable("first", 2).execute();
        first.path("mails.edges[*].node.to[0]")
                .entityList(String.class)
                .containsExactly("page2@paged.example", "page1@paged.example");
        asOwner()
                .document(MAILS)
                .variable("search", "page")
                .variable("first", 2)
                .variable(
                        "after", first.path("mails.pageInfo.endCursor").entity(String.class).get())
                .execute()
                .path("mails.edges[*].node.to[0]")
                .entityList(String.class)
                .containsExactly("page0@paged.example")
                .path("mails.pageInfo.hasNextPage")
                .entity(Boolean.class)
                .isEqualTo(false);
        assertThat(mails(Map.of("search", "%"))).isEmpty();
        assertThat(mails(Map.of("search", "copy1"))).hasSize(1);
    }

    @Test
    void nobodyAndTheWrongRoleAreRefused() {
        var id = UUID.randomUUID();
        for (var document :
                List.of(
                        "{ mails { edges { node { id } } } }",
                        "{ mail(id: \"%s\") { id } }".formatted(id),
                        "mutation { emailInvoice(input: {invoiceId: \"%s\", idempotencyKey: \"x\"}) { __typename } }"
                                .formatted(id),
                        "mutation { retryMail(input: {id: \"%s\"}) { __typename } }".formatted(id),
                        "subscription { mailChanged { id } }")) {
            assertError(anonymous().document(document).execute(), "UNAUTHORIZED");
            assertError(asStaff(Permission.INVOICE_READ).document(document).execute(), "FORBIDDEN");
            assertError(asContact(id).document(document).execute(), "FORBIDDEN");
        }
        assertError(
                asOwner().document("{ mail(id: \"%s\") { id } }".formatted(id)).execute(),
                "NOT_FOUND");
    }

    private GraphQlTester.Response retry(Object id) {
        return asOwner()
                .document(
                        """
                        mutation($id: ID!) { retryMail(input: {id: $id}) { __typename
                          ... on MailQueuedAgain { id } } }""")
                .variable("id", id)
                .execute();
    }

    private static boolean reads(String sql) {
        return sql.contains("[select") && !sql.contains("pg_notify");
    }

    private GreenMail start() {
        var mails = new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTP));
        mails.start();
        server.use(mails);
        return mails;
    }

    private GraphQlTester.Response email(Posted posted, List<String> to, String key) {
        return graphql(WRITER)
                .document(
                        """
                        mutation($id: ID!, $to: [String!], $key: String!) {
                          emailInvoice(input: {invoiceId: $id, to: $to, idempotencyKey: $key}) { __typename
                            ... on InvoiceMailed { to invoice { number } }
                            ... on Problem { message }
                            ... on InvalidInput { fields { path } } } }""")
                .variable("id", posted.invoice())
                .variable("to", to)
                .variable("key", key)
                .execute();
    }

    private static final Caller WRITER = staff(Permission.INVOICE_WRITE, Permission.INVOICE_READ);
    private static final Caller READER =
            new Caller(
                    Caller.Kind.STAFF,
                    Ids.next(),
                    "Rita Reader",
                    Set.of(Permission.values()),
                    null,
                    Ids.next());

    private Map<String, Object> single(UUID customer) {
        var found = mails(Map.of("customer", customer));
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private List<Map<String, Object>> mails(Map<String, Object> variables) {
        var request = graphql(READER).document(MAILS);
        variables.forEach(request::variable);
        return request.execute().path("mails.edges[*].node").entityList(NODE).get();
    }

    private static byte[] attachment(MimeMessage message) throws Exception {
        var parts = (MimeMultipart) message.getContent();
        return parts.getBodyPart(1).getInputStream().readAllBytes();
    }

    private static String text(MimeMessage message) throws Exception {
        var related =
                (MimeMultipart) ((MimeMultipart) message.getContent()).getBodyPart(0).getContent();
        var alternative = (MimeMultipart) related.getBodyPart(0).getContent();
        return alternative.getBodyPart(0).getContent().toString();
    }

    private static void assertError(GraphQlTester.Response answer, String code) {
        answer.errors()
                .satisfy(
                        errors ->
                                assertThat(errors)
                                        .singleElement()
                                        .satisfies(
                                                e ->
                                                        assertThat(e.getErrorType().toString())
                                                                .isEqualTo(code)));
    }
}
