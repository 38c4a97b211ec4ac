package dev.quittance.methods;

import static java.util.Objects.requireNonNull;

import dev.quittance.methods.MethodRepository.NewMethod;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Writes which methods are kept. The customer is locked. */
@Component
class MethodKeeping {
    private final MethodRepository methods;
    private final SubscriptionMethodRepository subscriptions;
    private final MethodNews news;

    MethodKeeping(
            MethodRepository methods, SubscriptionMethodRepository subscriptions, MethodNews news) {
        this.methods = methods;
        this.subscriptions = subscriptions;
        this.news = news;
    }

    /**
     * Keeps a method.
     *
     * @param replaces what it paid is paid with this one from now on, and it is no longer kept
     */
    Mono<Void> keep(NewMethod method, boolean makeDefault, @Nullable UUID replaces) {
        return methods.add(method)
                .then(
                        replaces == null
                                ? tell(method.id(), "payment method added", List.of())
                                : replace(replaces, method.id()))
                .then(
                        makeDefault
                                ? methods.makeDefault(method.customer(), method.id())
                                : Mono.empty())
                .then(Mono.defer(() -> methods.ensureDefault(method.customer())));
    }

    /** Keeps a method that pays these subscriptions from now on, unless that was done before. */
    Mono<Void> keepFor(NewMethod method, List<UUID> paid) {
        return methods.add(method)
                .filter(added -> added)
                .flatMap(
                        _ ->
                                methods.ensureDefault(method.customer())
                                        .then(
                                                subscriptions.pay(
                                                        paid, method.customer(), method.id()))
                                        .then(tell(method.id(), "payment method added", paid)));
    }

    /** Takes a method out of use; what it paid is to be paid by hand. */
    Mono<Void> remove(PaymentMethod method, List<SubscriptionMethod> paid) {
        var charged =
                paid.stream()
                        .filter(SubscriptionMethod::autoCharge)
                        .map(SubscriptionMethod::subscription)
                        .toList();
        return subscriptions
                .release(method.id())
                .then(methods.remove(method.id()))
                .then(methods.ensureDefault(method.customer()))
                .then(
                        news.tell(
                                method,
                                "payment method removed",
                                paid.stream().map(SubscriptionMethod::subscription).toList()))
                .then(
                        charged.isEmpty()
                                ? Mono.empty()
                                : news.tell(
                                        method.customer(),
                                        charged,
                                        "auto-charge switched off",
                                        java.util.Map.of("autoCharge", true),
                                        java.util.Map.of("autoCharge", false)));
    }

    private Mono<Void> replace(UUID old, UUID id) {
        return subscriptions
                .paidWith(List.of(old))
                .map(SubscriptionMethod::subscription)
                .collectList()
                .flatMap(
                        paid ->
                                subscriptions
                                        .move(old, id)
                                        .then(methods.remove(old))
                                        .then(tell(id, "payment method replaced", paid)));
    }

    private Mono<Void> tell(UUID id, String what, List<UUID> paid) {
        return methods.byIds(List.of(id))
                .next()
                .flatMap(
                        method ->
                                news.tell(requireNonNull(method), what, paid)
                                        .then(news.chosen(method, paid)));
    }
}
