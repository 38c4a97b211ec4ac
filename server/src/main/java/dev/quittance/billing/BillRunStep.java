package dev.quittance.billing;

import dev.quittance.customers.Customers;
import dev.quittance.invoicing.Drafting.InvoiceDraft;
import dev.quittance.invoicing.Invoices;
import dev.quittance.invoicing.PostedInvoice;
import dev.quittance.methods.SubscriptionMethods;
import dev.quittance.platform.BusinessClock;
import dev.quittance.subscriptions.DueTerm;
import dev.quittance.subscriptions.Subscriptions;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.joda.money.Money;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Bills some customers, or proposes their bills; the caller's transaction keeps all or nothing. */
@Component
class BillRunStep {
    private final Customers customers;
    private final Subscriptions subscriptions;
    private final Invoices invoices;
    private final ProposalRepository proposals;
    private final SubscriptionMethods methods;
    private final BusinessClock clock;

    BillRunStep(
            Customers customers,
            Subscriptions subscriptions,
            Invoices invoices,
            ProposalRepository proposals,
            SubscriptionMethods methods,
            BusinessClock clock) {
        this.customers = customers;
        this.subscriptions = subscriptions;
        this.invoices = invoices;
        this.proposals = proposals;
        this.methods = methods;
        this.clock = clock;
    }

    /** What came of a step: who can't be billed, and what it adds to the run's figures. */
    record Outcome(Batch batch, List<Money> totals) {}

    /** Does the job for these customers and everything of theirs that is due by {@code day}. */
    Mono<Outcome> take(Job job, LocalDate day, List<UUID> ids) {
        return switch (job.order().kind()) {
            case POST -> post(job, day, ids);
            case DRY -> propose(job, day, ids);
        };
    }

    private Mono<Outcome> post(Job job, LocalDate day, List<UUID> ids) {
        return customers
                .lock(ids)
                .collectList()
                .flatMap(locked -> clock.today().flatMap(today -> draft(day, locked, today)))
                .flatMap(
                        drafted ->
                                postAll(drafted, job)
                                        .flatMap(
                                                posted ->
                                                        subscriptions
                                                                .advance(drafted.batch().terms())
                                                                .thenReturn(
                                                                        new Outcome(
                                                                                drafted.batch(),
                                                                                totals(posted)))));
    }

    private Mono<Outcome> propose(Job job, LocalDate day, List<UUID> ids) {
        return clock.today()
                .flatMap(today -> draft(day, ids, today))
                .flatMap(
                        drafted ->
                                proposals
                                        .insert(job.run(), drafted.batch().drafts())
                                        .thenReturn(
                                                new Outcome(
                                                        drafted.batch(),
                                                        drafted.batch().drafts().stream()
                                                                .map(InvoiceDraft::total)
                                                                .toList())));
    }

    private record Drafted(Batch batch, LocalDate today) {}

    private Mono<Drafted> draft(LocalDate day, Collection<UUID> ids, LocalDate today) {
        return subscriptions
                .due(day, ids)
                .collectList()
                .zipWhen(this::methods)
                .flatMap(
                        due ->
                                invoices.draft(Batch.orders(due.getT1(), due.getT2()), today)
                                        .map(
                                                drafts ->
                                                        new Drafted(
                                                                Batch.of(due.getT1(), drafts),
                                                                today)));
    }

    private Mono<Map<UUID, UUID>> methods(List<DueTerm> terms) {
        return methods.charged(terms.stream().map(DueTerm::subscription).distinct().toList());
    }

    /** More than the most in one go happens only when one customer alone has that many. */
    private Mono<List<PostedInvoice>> postAll(Drafted drafted, Job job) {
        var drafts = drafted.batch().drafts();
        return Flux.fromStream(
                        IntStream.iterate(0, i -> i < drafts.size(), i -> i + Invoices.MOST)
                                .boxed())
                .map(i -> drafts.subList(i, Math.min(i + Invoices.MOST, drafts.size())))
                .concatMap(part -> invoices.postDrafts(part, drafted.today(), job.run()))
                .concatMapIterable(posted -> posted)
                .collectList();
    }

    private static List<Money> totals(List<PostedInvoice> posted) {
        return posted.stream().map(PostedInvoice::total).toList();
    }
}
