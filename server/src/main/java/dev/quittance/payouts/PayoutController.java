package dev.quittance.payouts;

import static java.util.Objects.requireNonNull;

import dev.quittance.disputes.Dispute;
import dev.quittance.disputes.Disputes;
import dev.quittance.payments.Payment;
import dev.quittance.payments.Payments;
import dev.quittance.payments.Refund;
import dev.quittance.payments.Refunds;
import dev.quittance.platform.Below;
import dev.quittance.platform.Below.Nothing;
import dev.quittance.platform.NotFound;
import dev.quittance.platform.Page;
import graphql.relay.Connection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Fees and payouts, in GraphQL. */
@Controller
class PayoutController {
    private final Payouts payouts;
    private final PayoutRepository repository;
    private final PayoutPartRepository parts;
    private final Payments payments;
    private final Refunds refunds;
    private final Disputes disputes;

    PayoutController(
            Payouts payouts,
            PayoutRepository repository,
            PayoutPartRepository parts,
            Payments payments,
            Refunds refunds,
            Disputes disputes) {
        this.payouts = payouts;
        this.repository = repository;
        this.parts = parts;
        this.payments = payments;
        this.refunds = refunds;
        this.disputes = disputes;
    }

    @QueryMapping
    Mono<Connection<Payout>> payouts(
            @Argument @Nullable PayoutFilter filter,
            @Argument int first,
            @Argument @Nullable String after) {
        var page = Page.of(first, after);
        return repository
                .page(Objects.requireNonNullElse(filter, PayoutFilter.ALL), page)
                .collectList()
                .map(rows -> page.connection(rows, PayoutRepository::key));
    }

    @QueryMapping
    Mono<Payout> payout(@Argument UUID id) {
        return repository
                .byIds(List.of(id))
                .singleOrEmpty()
                .switchIfEmpty(Mono.error(() -> new NotFound("payout")));
    }

    @QueryMapping
    Flux<GatewayBalance> gatewayBalances() {
        return parts.held();
    }

    @MutationMapping
    Mono<PayoutNews> fetchPayouts() {
        return payouts.fetch();
    }

    @SchemaMapping(typeName = "Payout", field = "parts")
    CompletableFuture<Connection<PayoutPart>> parts(
            Payout payout,
            @Argument int first,
            @Argument @Nullable String after,
            DataLoader<Below<Nothing>, Connection<PayoutPart>> payoutParts) {
        return payoutParts.load(Below.of(payout.id(), Page.of(first, after)));
    }

    @BatchMapping(typeName = "PayoutPart")
    Mono<Map<PayoutPart, Payment>> payment(List<PayoutPart> parts) {
        return payments.byIds(parts.stream().map(PayoutPart::payment).distinct().toList())
                .collectMap(Payment::id)
                .map(
                        found -> {
                            var of = new HashMap<PayoutPart, Payment>();
                            parts.forEach(
                                    part ->
                                            of.put(
                                                    part,
                                                    requireNonNull(found.get(part.payment()))));
                            return of;
                        });
    }

    @BatchMapping(typeName = "PayoutPart")
    Mono<Map<PayoutPart, Refund>> refund(List<PayoutPart> parts) {
        return refunds.byIds(
                        parts.stream()
                                .map(PayoutPart::refund)
                                .filter(Objects::nonNull)
                                .distinct()
                                .toList())
                .collectMap(Refund::id)
                .map(
                        found -> {
                            var of = new HashMap<PayoutPart, Refund>();
                            parts.stream()
                                    .filter(part -> part.refund() != null)
                                    .forEach(
                                            part ->
                                                    of.put(
                                                            part,
                                                            requireNonNull(
                                                                    found.get(part.refund()))));
                            return of;
                        });
    }

    @BatchMapping(typeName = "PayoutPart")
    Mono<Map<PayoutPart, Dispute>> dispute(List<PayoutPart> parts) {
        return disputes.byIds(
                        parts.stream()
                                .map(PayoutPart::dispute)
                                .filter(Objects::nonNull)
                                .distinct()
                                .toList())
                .collectMap(Dispute::id)
                .map(
                        found -> {
                            var of = new HashMap<PayoutPart, Dispute>();
                            parts.stream()
                                    .filter(part -> part.dispute() != null)
                                    .forEach(
                                            part ->
                                                    of.put(
                                                            part,
                                                            requireNonNull(
                                                                    found.get(part.dispute()))));
                            return of;
                        });
    }

    @BatchMapping(typeName = "Payment")
    Mono<Map<Payment, Money>> fee(List<Payment> payments) {
        return parts.fees(ids(payments)).map(found -> of(payments, found));
    }

    @BatchMapping(typeName = "Payment")
    Mono<Map<Payment, Payout>> payout(List<Payment> payments) {
        return parts.payouts(ids(payments))
                .flatMap(
                        ofPayments ->
                                repository
                                        .byIds(ofPayments.values())
                                        .collectMap(Payout::id)
                                        .map(found -> of(payments, joined(ofPayments, found))));
    }

    private static Map<UUID, Payout> joined(Map<UUID, UUID> ids, Map<UUID, Payout> found) {
        var joined = new HashMap<UUID, Payout>();
        ids.forEach((payment, payout) -> joined.put(payment, requireNonNull(found.get(payout))));
        return joined;
    }

    private static List<UUID> ids(List<Payment> payments) {
        return payments.stream().map(Payment::id).distinct().toList();
    }

    private static <T> Map<Payment, T> of(List<Payment> payments, Map<UUID, T> found) {
        var of = new HashMap<Payment, T>();
        for (var payment : payments) {
            var one = found.get(payment.id());
            if (one != null) {
                of.put(payment, one);
            }
        }
        return of;
    }
}
