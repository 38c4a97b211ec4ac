package dev.quittance.payouts;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import dev.quittance.ledger.Booking;
import dev.quittance.ledger.Ledger;
import dev.quittance.ledger.NewTransfer;
import dev.quittance.ledger.SourceKind;
import dev.quittance.payments.GatewayPayout;
import dev.quittance.payments.GatewayPayout.Kind;
import dev.quittance.payouts.PayoutRepository.Known;
import dev.quittance.payouts.PayoutRepository.Reported;
import dev.quittance.platform.Ids;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Records what a gateway reports: each payout once, whole, and with its bookings. */
@Service
class PayoutRecording {
    private final PayoutRepository repository;
    private final PayoutPartRepository parts;
    private final Ledger ledger;

    PayoutRecording(PayoutRepository repository, PayoutPartRepository parts, Ledger ledger) {
        this.repository = repository;
        this.parts = parts;
        this.ledger = ledger;
    }

    /** What has become of a reported payout. */
    enum Outcome {
        RECORDED,
        /** Recorded before. */
        KNOWN,
        /** Something in it has no outcome here yet, or nothing is known of it. */
        WAITING
    }

    @Transactional
    Mono<Outcome> record(String gateway, GatewayPayout reported, LocalDate on) {
        return repository
                .isKnown(gateway, reported.reference())
                .flatMap(
                        known ->
                                known
                                        ? Mono.just(Outcome.KNOWN)
                                        : repository
                                                .known(gateway, reported.parts())
                                                .collectList()
                                                .flatMap(
                                                        found ->
                                                                keep(
                                                                        gateway, reported, found,
                                                                        on)));
    }

    private Mono<Outcome> keep(
            String gateway, GatewayPayout reported, List<Known> found, LocalDate on) {
        var byReported = found.stream().collect(toMap(Known::reported, known -> known));
        if (!byReported
                .keySet()
                .containsAll(reported.parts().stream().map(Reported::of).toList())) {
            return Mono.just(Outcome.WAITING);
        }
        var id = Ids.next();
        var kept = parts(id, reported, byReported);
        return repository
                .add(payout(id, gateway, reported, on))
                .filter(added -> added)
                .flatMap(
                        _ ->
                                parts.add(kept)
                                        .then(
                                                ledger.book(
                                                        bookings(
                                                                kept,
                                                                told(reported, byReported),
                                                                on)))
                                        .thenReturn(Outcome.RECORDED))
                .defaultIfEmpty(Outcome.KNOWN);
    }

    private static Payout payout(UUID id, String gateway, GatewayPayout reported, LocalDate on) {
        var none = Money.zero(reported.currency());
        var gross = reported.parts().stream().map(GatewayPayout.Part::gross).toList();
        var charged = gross.stream().filter(Money::isPositive).reduce(none, Money::plus);
        var refunded = gross.stream().filter(Money::isNegative).reduce(none, Money::minus);
        var fees = reported.parts().stream().map(GatewayPayout.Part::fee).reduce(none, Money::plus);
        return new Payout(
                id,
                gateway,
                reported.reference(),
                charged,
                refunded,
                fees,
                charged.minus(refunded).minus(fees),
                reported.sentOn(),
                on,
                reported.parts().size());
    }

    private static List<PayoutPart> parts(
            UUID id, GatewayPayout reported, Map<Reported, Known> found) {
        return IntStream.range(0, reported.parts().size())
                .mapToObj(i -> part(id, i + 1, reported.parts().get(i), found))
                .toList();
    }

    private static PayoutPart part(
            UUID id, int position, GatewayPayout.Part part, Map<Reported, Known> found) {
        var known = requireNonNull(found.get(Reported.of(part)));
        return new PayoutPart(
                id,
                position,
                known.customer(),
                known.payment(),
                known.refund(),
                part.kind() == Kind.REFUND_RETURNED,
                known.dispute(),
                part.kind() == Kind.DISPUTE_WON,
                part.gross(),
                part.fee());
    }

    /** What was booked as fee of each part before. */
    private static List<Money> told(GatewayPayout reported, Map<Reported, Known> found) {
        return reported.parts().stream()
                .map(part -> requireNonNull(found.get(Reported.of(part))).fee())
                .toList();
    }

    /** What is sent to the bank, and what the gateway keeps more or less than it said before. */
    private static List<NewTransfer> bookings(
            List<PayoutPart> parts, List<Money> told, LocalDate on) {
        var transfers = new ArrayList<NewTransfer>();
        for (var part : parts) {
            var before = told.get(part.position() - 1);
            Stream.of(
                            booked(part, part.net(), Booking.PAYOUT, Booking.PAYOUT_RETURNED, on),
                            booked(
                                    part,
                                    part.fee().minus(before),
                                    Booking.GATEWAY_FEE,
                                    Booking.GATEWAY_FEE_RETURNED,
                                    on))
                    .flatMap(List::stream)
                    .forEach(transfers::add);
        }
        return transfers;
    }

    private static List<NewTransfer> booked(
            PayoutPart part, Money amount, Booking booking, Booking back, LocalDate on) {
        return amount.isZero()
                ? List.of()
                : List.of(
                        new NewTransfer(
                                amount.isPositive() ? booking : back,
                                part.customer(),
                                amount.abs(),
                                SourceKind.PAYOUT,
                                part.payout(),
                                part.position(),
                                on,
                                null));
    }
}
