package dev.quittance.notices;

import static dev.quittance.collection.Till.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.quittance.collection.Till;
import dev.quittance.payments.Books;
import dev.quittance.platform.Caller;
import dev.quittance.platform.Ids;
import dev.quittance.platform.Permission;
import dev.quittance.testing.IntegrationTest;
import dev.quittance.testing.Refusals;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.graphql.test.tester.GraphQlTester;

/** What staff hear of without having asked. */
@Tag("P75")
class NoticeTests extends IntegrationTest {
    private static final ParameterizedTypeReference<Map<String, Object>> FACTS =
            new ParameterizedTypeReference<>() {};
    private static final LocalDate MARCH = LocalDate.of(2030, 3, 1);
    private static final String LIST =
            "{ notices(first: 50) { unreadCount edges { node { id kind customer { id } paymentId disputeId amount { amount } reason read } } } }";

    @Autowired Books books;

    private final Caller anna = clerk();
    private final Caller bert = clerk();
    private UUID ada;

    @BeforeEach
    void aCustomerAndNothingUnread() {
        ada = books.customer("Ada");
        drain();
        markAll(anna);
        markAll(bert);
    }

    @Test
    void whatCardsBringDoNotBringAndTakeBackIsNoticed() {
        var paid = pay("card_success");
        var failed = pay("card_decline_insufficient_funds");
        new Till(asOwner()).confirm(Map.of(), books.invoice(ada, "USD", 300, MARCH));
        dispute(paid);
        drain();

        assertThat(ofAda(anna))
                .extracting(
                        one -> at(one, "kind"),
                        one -> at(one, "paymentId"),
                        one -> at(one, "amount.amount"),
                        one -> at(one, "read"))
                .containsExactlyInAnyOrder(
                        tuple("PAYMENT_RECEIVED", paid.toString(), "10.00", false),
                        tuple("PAYMENT_FAILED", failed.toString(), "10.00", false),
                        tuple("PAYMENT_DISPUTED", paid.toString(), "10.00", false));
        assertThat(ofAda(anna))
                .filteredOn(one -> "PAYMENT_FAILED".equals(one.get("kind")))
                .allSatisfy(
                        one ->
                                assertThat(at(one, "reason"))
                                        .asString()
                                        .contains("not enough money"));
        assertThat(unread(anna)).isEqualTo(3);
    }

    @Test
    void heardTwiceItIsOneNotice() {
        pay("card_success");
        drain();
        db.sql(
                        """
                        insert into delivery (event_id, listener, stream)
                        select id, 'ReceivedNoticing', stream from event where type = 'PaymentReceived'
                        """)
                .then()
                .block();
        drain();
        assertThat(ofAda(anna)).hasSize(1);
    }

    @Test
    void eachReadsForThemselves() {
        pay("card_success");
        pay("card_success");
        drain();
        var first = UUID.fromString(String.valueOf(ofAda(anna).getFirst().get("id")));

        assertThat(mark(anna, List.of(first))).isEqualTo(1);
        assertThat(mark(anna, List.of(first, Ids.next()))).isEqualTo(1);
        assertThat(unread(bert)).isEqualTo(2);
        assertThat(markAll(bert)).isZero();
        assertThat(unread(anna)).isEqualTo(1);
        pay("card_success");
        drain();
        assertThat(unread(bert)).isEqualTo(1);
    }

    @Test
    void whatIsOldIsReadAsAWholeAndWhatCameSinceStaysUnread() {
        pay("card_success");
        pay("card_success");
        drain();
        var first = UUID.fromString(String.valueOf(ofAda(anna).getFirst().get("id")));
        mark(anna, List.of(first));
        db.sql("update notice set added_at = added_at - interval '1 hour'").then().block();
        pay("card_success");
        drain();
        assertThat(markAll(anna)).isZero();
        assertThat(ofAda(anna)).hasSize(3).allMatch(one -> Boolean.TRUE.equals(one.get("read")));
        assertThat(
                        db.sql("select count(*) from notice_read where reader_id = :anna")
                                .bind("anna", Objects.requireNonNull(anna.id()))
                                .mapValue(Long.class)
                                .one()
                                .block())
                .isEqualTo(1);
        pay("card_success");
        drain();
        assertThat(unread(anna)).isEqualTo(1);
    }

    @Test
    void neitherCustomersNorOtherStaffSeeThemAndAClientOfOneCustomerOnlyTheirs() {
        pay("card_success");
        drain();
        for (var caller : List.of(Caller.ANONYMOUS, contact(ada), staff(Permission.INVOICE_READ))) {
            assertThat(Refusals.of(graphql(caller), LIST))
                    .isSubsetOf("FORBIDDEN", "UNAUTHORIZED")
                    .isNotEmpty();
        }
        var other =
                new Caller(
                        Caller.Kind.CLIENT,
                        Ids.next(),
                        "Client",
                        Set.of(Permission.PAYMENT_READ),
                        books.customer("Bob"),
                        null);
        assertThat(unread(other)).isZero();
        assertThat(ofAda(other)).isEmpty();
    }

    @Test
    void aMonthLaterTheyAreForgotten() {
        pay("card_success");
        drain();
        db.sql("update notice set added_at = added_at - interval '31 days'").then().block();
        clock.moveTo(clock.today().plusDays(1));
        assertThat(ofAda(anna)).isEmpty();
    }

    private static Caller clerk() {
        return new Caller(
                Caller.Kind.STAFF,
                Ids.next(),
                "Clerk",
                Set.of(Permission.PAYMENT_READ, Permission.CUSTOMER_READ),
                null,
                null);
    }

    private UUID pay(String card) {
        var invoice = books.invoice(ada, "USD", 1000, MARCH);
        return Till.payment(new Till(asContact(ada)).pay(card, invoice));
    }

    private void dispute(UUID payment) {
        asOwner()
                .document(
                        "mutation($i: OpenSandboxDisputeInput!) { openSandboxDispute(input: $i) { __typename } }")
                .variable("i", Map.of("paymentId", payment, "reason", "DUPLICATE"))
                .execute()
                .path("openSandboxDispute.__typename")
                .entity(String.class)
                .isEqualTo("SandboxDisputeOpened");
    }

    private List<Map<String, Object>> ofAda(Caller caller) {
        return list(caller).path("notices.edges[*].node").entityList(FACTS).get().stream()
                .filter(one -> ada.toString().equals(at(one, "customer.id")))
                .toList();
    }

    private int unread(Caller caller) {
        return list(caller).path("notices.unreadCount").entity(Integer.class).get();
    }

    private GraphQlTester.Response list(Caller caller) {
        return graphql(caller).document(LIST).execute();
    }

    private int mark(Caller caller, List<UUID> ids) {
        return graphql(caller)
                .document(
                        "mutation($ids: [ID!]!) { markNoticesRead(input: {ids: $ids}) { unreadCount } }")
                .variable("ids", ids)
                .execute()
                .path("markNoticesRead.unreadCount")
                .entity(Integer.class)
                .get();
    }

    private int markAll(Caller caller) {
        return graphql(caller)
                .document("mutation { markAllNoticesRead { unreadCount } }")
                .execute()
                .path("markAllNoticesRead.unreadCount")
                .entity(Integer.class)
                .get();
    }
}
