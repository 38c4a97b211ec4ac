package dev.quittance.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.testing.IntegrationTest;
import dev.quittance.testing.TestDatabase;
import graphql.schema.GraphQLEnumType;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class ChangesIntegrationTests extends IntegrationTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Autowired private Changes changes;
    @Autowired private TransactionalOperator transaction;
    @Autowired private GraphQlSource graphql;

    @Test
    void aChangeIsToldWhenItIsCommitted() {
        var invoice = Ids.next();
        var customer = Ids.next();

        StepVerifier.create(changes.stream().filter(change -> invoice.equals(change.id())).next())
                .then(() -> changes.announce("INVOICE", invoice, customer).block())
                .expectNext(new Change("INVOICE", invoice, customer))
                .expectComplete()
                .verify(PATIENCE);
    }

    @Test
    void whatIsRolledBackIsNotTold() {
        var undone = Ids.next();
        var done = Ids.next();

        StepVerifier.create(changes.stream().filter(change -> change.kind().equals("MAIL")).next())
                .then(
                        () ->
                                changes.announce("MAIL", undone, null)
                                        .then(Mono.error(new IllegalStateException()))
                                        .as(transaction::transactional)
                                        .onErrorComplete()
                                        .block())
                .then(() -> changes.announce("MAIL", done, null).block())
                .expectNext(new Change("MAIL", done, null))
                .expectComplete()
                .verify(PATIENCE);
    }

    @Test
    void aBrokenConnectionIsMadeAgainAndEverybodyLooksAgain() {
        StepVerifier.create(
                        changes.stream()
                                .filter(change -> change.kind().equals("PAYMENT"))
                                .map(change -> change.id() == null)
                                .next())
                .then(
                        () ->
                                TestDatabase.only()
                                        .asOwner(
                                                """
                                                select pg_terminate_backend(pid) from pg_stat_activity
                                                 where query like 'listen %'
                                                """))
                .expectNext(true)
                .expectComplete()
                .verify(PATIENCE);
    }

    @Test
    void aCustomerHearsOfOwnThingsOnly() {
        var own = Ids.next();
        var caller = contact(own);

        assertThat(new Change("INVOICE", Ids.next(), own).concerns(caller)).isTrue();
        assertThat(new Change("INVOICE", Ids.next(), Ids.next()).concerns(caller)).isFalse();
        assertThat(new Change("INVOICE", null, null).concerns(caller)).isTrue();
        assertThat(new Change("INVOICE", Ids.next(), Ids.next()).concerns(staff())).isTrue();
    }

    @Test
    void theMovedClockIsSeenLive() {
        var heard =
                live(staff())
                        .document("subscription { clockChanged { kind id } }")
                        .executeSubscription()
                        .toFlux()
                        .next()
                        .map(change -> change.path("clockChanged.kind").entity(String.class).get());
        // Again and again, since nobody says when the subscription stands.
        var announcing =
                Flux.interval(Duration.ofMillis(200))
                        .concatMap(_ -> changes.announceAll("CLOCK"))
                        .then(Mono.<String>never());

        StepVerifier.create(Mono.firstWithValue(heard, announcing))
                .expectNext("CLOCK")
                .expectComplete()
                .verify(PATIENCE);
    }

    @Test
    void theKindsAreThoseOfTheSchema() {
        var kinds = (GraphQLEnumType) graphql.schema().getType("ChangeKind");

        assertThat(kinds.getValues())
                .extracting(value -> value.getName())
                .containsExactlyInAnyOrderElementsOf(Changes.KINDS);
    }

    @Test
    void thePermissionsAreThoseOfTheSchema() {
        var permissions = (GraphQLEnumType) graphql.schema().getType("Permission");

        assertThat(permissions.getValues())
                .extracting(value -> value.getName())
                .containsExactlyInAnyOrder(
                        java.util.Arrays.stream(Permission.values())
                                .map(Enum::name)
                                .toArray(String[]::new));
    }
}
