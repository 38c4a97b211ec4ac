package dev.quittance.subscriptions;

import dev.quittance.organization.NumberBlock;
import dev.quittance.platform.NotFound;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Knows the subscriptions, keeps what happens to them, and says which are due. */
@Service
public class Subscriptions {
    private final SubscriptionRepository repository;
    private final ItemRepository items;
    private final DueRepository due;
    private final RedemptionRepository redemptions;
    private final SubscriptionNumbers numbers;
    private final Chronicle chronicle;

    Subscriptions(
            SubscriptionRepository repository,
            ItemRepository items,
            DueRepository due,
            RedemptionRepository redemptions,
            SubscriptionNumbers numbers,
            Chronicle chronicle) {
        this.repository = repository;
        this.items = items;
        this.due = due;
        this.redemptions = redemptions;
        this.numbers = numbers;
        this.chronicle = chronicle;
    }

    /** One subscription, or {@link NotFound}. */
    public Mono<SubscriptionContract> get(UUID id) {
        return repository.byIds(List.of(id)).next().switchIfEmpty(missing());
    }

    /** Those of these ids that exist, in no order. */
    public Flux<SubscriptionContract> byIds(Collection<UUID> ids) {
        return ids.isEmpty() ? Flux.empty() : repository.byIds(ids);
    }

    /** One subscription, held until the transaction ends; lock its customer before. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<SubscriptionContract> lock(UUID id) {
        return repository.lock(id).switchIfEmpty(missing()).then(get(id));
    }

    /** The items of these subscriptions, each plan before its addons. */
    public Flux<SubscriptionItem> items(Collection<UUID> subscriptions) {
        return subscriptions.isEmpty() ? Flux.empty() : items.latest(subscriptions);
    }

    /** Makes subscriptions in one go, whether one or a thousand, and answers them in order. */
    @Transactional
    public Mono<List<SubscriptionContract>> createAll(List<NewSubscription> subscriptions) {
        return subscriptions.isEmpty()
                ? Mono.just(List.of())
                : numbers.take(subscriptions.size())
                        .map(block -> numbered(subscriptions, block))
                        .flatMap(
                                made ->
                                        repository
                                                .insert(made)
                                                .then(items.insert(subscriptions))
                                                .then(chronicle.tell(births(made)))
                                                .thenReturn(made));
    }

    /** Keeps what happened to subscriptions, and tells it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Void> keep(List<SubscriptionChange> changes) {
        return changes.isEmpty()
                ? Mono.empty()
                : repository
                        .update(changes.stream().map(SubscriptionChange::after).toList())
                        .then(chronicle.tell(changes));
    }

    /**
     * The next {@code count} customers after {@code after}, in the order of their ids, who have
     * something due by {@code day}.
     *
     * @param zone only customers whose business days are this zone's; null for all
     */
    public Flux<UUID> dueCustomers(
            LocalDate day, @Nullable ZoneId zone, @Nullable UUID after, int count) {
        return due.customers(day, zone, after, count);
    }

    /** How many subscriptions have something due by {@code day}. */
    public Mono<Long> dueCount(LocalDate day, @Nullable ZoneId zone) {
        return due.count(day, zone);
    }

    /**
     * All periods of these customers' subscriptions that are due by {@code day}, by customer, the
     * periods of one subscription from the oldest on. Lock the customers before to bill them.
     */
    public Flux<DueTerm> due(LocalDate day, Collection<UUID> customers) {
        return due.due(day, customers)
                .collectList()
                .flatMapMany(this::bases)
                .concatMapIterable(basis -> DueTerms.due(basis, day));
    }

    /** What these subscriptions are billed by. */
    public Flux<BillingBasis> bases(Collection<UUID> subscriptions) {
        return subscriptions.isEmpty()
                ? Flux.empty()
                : Mono.zip(items.versions(subscriptions), redemptions.acting(subscriptions))
                        .flatMapMany(
                                found ->
                                        due.bases(subscriptions)
                                                .map(
                                                        basis ->
                                                                whole(
                                                                        basis,
                                                                        found.getT1(),
                                                                        found.getT2())));
    }

    /** Notes that these periods are billed, or passed over, in one statement. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Void> advance(List<DueTerm> terms) {
        var advances = Advance.of(terms);
        return advances.isEmpty()
                ? Mono.empty()
                : due.advance(advances)
                        .filter(moved -> moved == advances.size())
                        .switchIfEmpty(Mono.error(Subscriptions::movedMeanwhile))
                        .then(settle(terms));
    }

    private static BillingBasis whole(
            BillingBasis basis,
            Map<UUID, List<BillingBasis.Item>> versions,
            Map<UUID, List<AppliedCoupon>> coupons) {
        var id = basis.subscription();
        return basis.with(
                versions.getOrDefault(id, List.of()), coupons.getOrDefault(id, List.of()));
    }

    /** Notes what these bill once, and which terms of coupons they use up; moves no periods. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Void> settle(List<DueTerm> terms) {
        var once = terms.stream().flatMap(term -> term.once().stream()).toList();
        return (once.isEmpty() ? Mono.<Void>empty() : items.settle(once))
                .then(Mono.defer(() -> redemptions.use(CouponUse.of(terms))));
    }

    private static IllegalStateException movedMeanwhile() {
        return new IllegalStateException(
                "Somebody else billed one of these subscriptions meanwhile.");
    }

    private static <T> Mono<T> missing() {
        return Mono.error(() -> new NotFound("subscription"));
    }

    private static List<SubscriptionContract> numbered(
            List<NewSubscription> subscriptions, NumberBlock block) {
        var now = Instant.now();
        return IntStream.range(0, subscriptions.size())
                .mapToObj(i -> subscriptions.get(i).agreed(block.number(i), now))
                .toList();
    }

    private static List<SubscriptionChange> births(List<SubscriptionContract> made) {
        return made.stream()
                .map(
                        subscription ->
                                new SubscriptionChange(
                                        null, subscription, birth(subscription), null))
                .toList();
    }

    private static String birth(SubscriptionContract subscription) {
        return switch (subscription.phase()) {
            case FUTURE -> "subscription agreed";
            case TRIAL -> "trial started";
            case LIVE, PAUSED, TRIAL_EXPIRED, EXPIRED, CANCELLED -> "subscription started";
        };
    }
}
