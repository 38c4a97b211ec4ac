package dev.quittance.disputes;

import dev.quittance.disputes.DisputeActs.DisputeAccepted;
import dev.quittance.disputes.DisputeActs.DisputeAnswered;
import dev.quittance.disputes.DisputeActs.DisputesFetched;
import dev.quittance.disputes.DisputeActs.SandboxDisputeDecided;
import dev.quittance.disputes.DisputeActs.SandboxDisputeOpened;
import dev.quittance.disputes.DisputeResponding.AcceptDisputeInput;
import dev.quittance.disputes.DisputeResponding.AnswerDisputeInput;
import dev.quittance.disputes.PayersBank.DecideSandboxDisputeInput;
import dev.quittance.disputes.PayersBank.OpenSandboxDisputeInput;
import dev.quittance.platform.Caller;
import dev.quittance.platform.Change;
import dev.quittance.platform.Changes;
import dev.quittance.platform.Page;
import graphql.relay.Connection;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What is asked about disputes and done with them, in GraphQL. */
@Controller
class DisputeActsController {
    private final Disputes disputes;
    private final DisputeRepository repository;
    private final DisputeResponding responding;
    private final PayersBank bank;
    private final Changes changes;

    DisputeActsController(
            Disputes disputes,
            DisputeRepository repository,
            DisputeResponding responding,
            PayersBank bank,
            Changes changes) {
        this.disputes = disputes;
        this.repository = repository;
        this.responding = responding;
        this.bank = bank;
        this.changes = changes;
    }

    @QueryMapping
    Mono<Connection<Dispute>> disputes(
            @Argument @Nullable DisputeFilter filter,
            @Argument int first,
            @Argument @Nullable String after) {
        var page = Page.of(first, after);
        return repository
                .page(Objects.requireNonNullElse(filter, DisputeFilter.ALL), page)
                .collectList()
                .map(rows -> page.connection(rows, DisputeRepository::key));
    }

    @QueryMapping
    Mono<Dispute> dispute(@Argument UUID id) {
        return disputes.get(id);
    }

    @SubscriptionMapping
    Flux<Change> disputeChanged(@ContextValue Caller caller) {
        return changes.stream(DisputeNews.KIND, caller);
    }

    @MutationMapping
    Mono<DisputeAnswered> answerDispute(@Argument AnswerDisputeInput input) {
        return responding.answer(input).map(DisputeAnswered::new);
    }

    @MutationMapping
    Mono<DisputeAccepted> acceptDispute(@Argument AcceptDisputeInput input) {
        return responding.accept(input).map(DisputeAccepted::new);
    }

    @MutationMapping
    Mono<DisputesFetched> fetchDisputes() {
        return disputes.fetch();
    }

    @MutationMapping
    Mono<SandboxDisputeOpened> openSandboxDispute(@Argument OpenSandboxDisputeInput input) {
        return bank.open(input).map(SandboxDisputeOpened::new);
    }

    @MutationMapping
    Mono<SandboxDisputeDecided> decideSandboxDispute(@Argument DecideSandboxDisputeInput input) {
        return bank.decide(input).map(SandboxDisputeDecided::new);
    }
}
