package dev.quittance.takeover;

import dev.quittance.invoicing.TakenOverInvoices;
import dev.quittance.ledger.ClosedMonths;
import dev.quittance.organization.ForeignNumbers;
import dev.quittance.organization.SeriesKind;
import dev.quittance.takeover.Obstacle.Standing;
import dev.quittance.takeover.TakeOverRow.Placed;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Finds what keeps rows from coming in, hundreds at a time: at the check, and again at the run. */
@Component
class Obstacles {
    private final Whereabouts whereabouts;
    private final TakeOverRows rows;
    private final TakenOverInvoices invoices;
    private final ForeignNumbers numbers;
    private final ClosedMonths months;

    Obstacles(
            Whereabouts whereabouts,
            TakeOverRows rows,
            TakenOverInvoices invoices,
            ForeignNumbers numbers,
            ClosedMonths months) {
        this.whereabouts = whereabouts;
        this.rows = rows;
        this.invoices = invoices;
        this.numbers = numbers;
        this.months = months;
    }

    /** How things stand for these rows now. */
    Mono<Standing> now(TakeOverKind kind, List<Placed> placed) {
        var keys = placed.stream().map(Placed::key).distinct().toList();
        var given = placed.stream().map(one -> one.row().number()).distinct().toList();
        return switch (kind) {
            case OPEN_INVOICES ->
                    Mono.zip(
                                    invoices.taken(given),
                                    numbers.repeated(SeriesKind.INVOICE, given),
                                    months.present())
                            .map(
                                    t ->
                                            new Standing(
                                                    Set.of(),
                                                    Set.copyOf(t.getT1()),
                                                    Set.copyOf(t.getT2()),
                                                    Map.of(),
                                                    t.getT3().closedThrough()));
            case OPENING_BALANCES ->
                    Mono.zip(
                                    rows.made(kind, keys).collectList(),
                                    invoices.taken(given),
                                    months.present())
                            .map(
                                    t ->
                                            new Standing(
                                                    Set.copyOf(t.getT1()),
                                                    Set.copyOf(t.getT2()),
                                                    Set.of(),
                                                    Map.of(),
                                                    t.getT3().closedThrough()));
            case NEXT_BILLING_DATES ->
                    whereabouts
                            .unfit(
                                    placed.stream()
                                            .map(Placed::subscription)
                                            .filter(Objects::nonNull)
                                            .toList())
                            .map(unfit -> new Standing(Set.of(), Set.of(), Set.of(), unfit, null));
        };
    }

    /** The same, with the customers held so that it stays so until the transaction ends. */
    Mono<Standing> held(TakeOverKind kind, List<Placed> placed) {
        return whereabouts
                .hold(placed.stream().map(Placed::customer).distinct().toList())
                .then(Mono.defer(() -> now(kind, placed)));
    }
}
