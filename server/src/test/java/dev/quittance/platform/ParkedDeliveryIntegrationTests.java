package dev.quittance.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.identity.StaffRole;
import dev.quittance.testing.IntegrationTest;
import dev.quittance.testing.Refusals;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;
import reactor.test.StepVerifier;

class ParkedDeliveryIntegrationTests extends IntegrationTest {
    private static final String LIST =
            """
            query($first: Int!, $after: String) {
              parkedDeliveries(first: $first, after: $after) {
                totalCount
                edges { cursor node { id event listener fault attempts parkedAt waiting customer { id } } }
                pageInfo { hasNextPage endCursor }
              }
            }
            """;
    private static final String RETRY =
            "mutation($id: ID!) { retryDelivery(input: {id: $id}) { __typename } }";
    private static final String DROP =
            "mutation($id: ID!) { dropDelivery(input: {id: $id}) { __typename } }";

    @Autowired private Outbox outbox;

    private UUID stream = Ids.next();

    @BeforeEach
    void nothingIsParked() {
        stream = Ids.next();
        run("delete from delivery");
        run("delete from event");
    }

    @Test
    void aParkedDeliveryTellsWhatWhyAndWhatWaits() {
        park("stuck", stream);
        add("behind", stream);
        add("behind, too", stream);

        var row = only(list(20, null));

        assertThat(row)
                .containsEntry("event", "Happened")
                .containsEntry("listener", "Rememberer")
                .containsEntry("fault", "told to fail")
                .containsEntry("attempts", 10)
                .containsEntry("waiting", 2)
                .containsEntry("customer", null);
    }

    @Test
    void pagesFollowEachOtherAndAllAreCounted() {
        IntStream.range(0, 5).forEach(i -> park("stuck " + i, Ids.next()));

        var first = list(2, null);
        var second =
                list(
                        2,
                        first.path("parkedDeliveries.pageInfo.endCursor")
                                .entity(String.class)
                                .get());
        var third =
                list(
                        2,
                        second.path("parkedDeliveries.pageInfo.endCursor")
                                .entity(String.class)
                                .get());

        assertThat(List.of(first, second, third))
                .flatExtracting(page -> ids(page))
                .hasSize(5)
                .doesNotHaveDuplicates();
        third.path("parkedDeliveries.totalCount").entity(Integer.class).isEqualTo(5);
        third.path("parkedDeliveries.pageInfo.hasNextPage").entity(Boolean.class).isEqualTo(false);
    }

    @Test
    void retryingDeliversAndThenThereIsNothingToDecide() {
        park("again", stream);
        var id = ids(list(20, null)).getFirst();

        assertThat(act("retryDelivery", RETRY, id)).isEqualTo("DeliveryRetried");
        drain();

        assertThat(waiting()).isZero();
        assertThat(Rememberer.CALLS).contains("again");
        assertThat(act("retryDelivery", RETRY, id)).isEqualTo("DeliveryNotParked");
        assertThat(act("dropDelivery", DROP, id)).isEqualTo("DeliveryNotParked");
    }

    @Test
    void droppingLetsTheStreamGoOn() {
        park("lost", stream);
        add("next", stream);
        var id = ids(list(20, null)).getFirst();

        assertThat(act("dropDelivery", DROP, id)).isEqualTo("DeliveryDropped");
        drain();

        assertThat(waiting()).isZero();
        assertThat(Rememberer.CALLS).contains("next");
    }

    @Test
    void whoDecidedStandsInTheHistory() {
        park("noted", stream);
        act("dropDelivery", DROP, ids(list(20, null)).getFirst());

        var noted =
                db.sql(
                                "select actor || ': ' || what || ', ' || reason from history_entry where subject_kind = 'DELIVERY' and subject_id = :stream")
                        .bind("stream", stream)
                        .mapValue(String.class)
                        .all()
                        .collectList()
                        .block();

        assertThat(noted).containsExactly("Sam Staff: delivery dropped, Happened to Rememberer");
    }

    @Test
    void lookersHearOfEachParkingAndEachDecision() {
        var heard =
                live(staff(Permission.OPERATIONS_READ))
                        .document("subscription { parkedDeliveriesChanged { kind } }")
                        .executeSubscription()
                        .toFlux("parkedDeliveriesChanged.kind", String.class);

        StepVerifier.create(heard)
                .thenAwait(Duration.ofSeconds(1))
                .then(() -> park("heard", stream))
                .expectNext("DELIVERY")
                .then(() -> act("retryDelivery", RETRY, ids(list(20, null)).getFirst()))
                .expectNext("DELIVERY")
                .thenCancel()
                .verify(Duration.ofSeconds(20));
    }

    @ParameterizedTest
    @EnumSource(
            value = StaffRole.class,
            names = {"BILLING", "SUPPORT"})
    void rolesWithoutOperationsDoNotEvenSeeThem(StaffRole role) {
        var caller = graphql(staff(role.permissions().toArray(Permission[]::new)));

        assertThat(Refusals.of(caller, "{ parkedDeliveries { totalCount } }"))
                .containsExactly("FORBIDDEN");
        assertThat(refused(caller, RETRY)).containsExactly("FORBIDDEN");
        assertThat(refused(caller, DROP)).containsExactly("FORBIDDEN");
    }

    @Test
    void whoMayOnlyReadDecidesNothing() {
        park("kept", stream);
        var reader = graphql(staff(StaffRole.READ_ONLY.permissions().toArray(Permission[]::new)));

        assertThat(Refusals.of(reader, "{ parkedDeliveries { totalCount } }")).isEmpty();
        assertThat(refused(reader, RETRY)).containsExactly("FORBIDDEN");
        assertThat(refused(reader, DROP)).containsExactly("FORBIDDEN");
        list(20, null).path("parkedDeliveries.totalCount").entity(Integer.class).isEqualTo(1);
    }

    @Test
    void contactsAndStrangersAreKeptOut() {
        assertThat(refused(asContact(Ids.next()), DROP)).containsExactly("FORBIDDEN");
        assertThat(refused(anonymous(), DROP)).containsExactly("UNAUTHORIZED");
    }

    @Test
    void whatIsNoIdIsRefusedByName() {
        for (var id :
                List.of("x", "-Rememberer", "12", "1e9-Rememberer", "99999999999999999999-R")) {
            asOwner()
                    .document(RETRY)
                    .variable("id", id)
                    .execute()
                    .errors()
                    .satisfy(
                            errors -> {
                                assertThat(errors).hasSize(1);
                                assertThat(errors.getFirst().getMessage())
                                        .contains("id: is not the id");
                            });
        }
        assertThat(act("retryDelivery", RETRY, "42-Nobody")).isEqualTo("DeliveryNotParked");
    }

    /** Fails for the tenth time; from then on the listener takes in what it hears. */
    private void park(String what, UUID in) {
        add(what, in);
        Rememberer.failNext(in, 100);
        run("update delivery set attempts = 9 where parked_at is null");
        drain();
        Rememberer.failNext(in, 0);
    }

    private void add(String what, UUID in) {
        outbox.add(new Happened(in, what)).block();
    }

    private long waiting() {
        return db.sql("select count(*) from delivery").mapValue(Long.class).one().block();
    }

    private void run(String sql) {
        db.sql(sql).then().block();
    }

    private List<String> refused(GraphQlTester caller, String mutation) {
        return Refusals.of(caller.document(mutation).variable("id", "1-Rememberer"));
    }

    private GraphQlTester.Response list(int first, String after) {
        return asOwner().document(LIST).variable("first", first).variable("after", after).execute();
    }

    private static List<String> ids(GraphQlTester.Response page) {
        return page.path("parkedDeliveries.edges[*].node.id").entityList(String.class).get();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> only(GraphQlTester.Response page) {
        var rows = page.path("parkedDeliveries.edges[*].node").entityList(Map.class).get();
        assertThat(rows).hasSize(1);
        return rows.getFirst();
    }

    private String act(String field, String mutation, String id) {
        return asOwner()
                .document(mutation)
                .variable("id", id)
                .execute()
                .path(field + ".__typename")
                .entity(String.class)
                .get();
    }
}
