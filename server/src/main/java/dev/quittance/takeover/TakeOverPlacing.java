package dev.quittance.takeover;

import static dev.quittance.takeover.TakeOverField.*;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import dev.quittance.takeover.TakeOverRow.Placed;
import dev.quittance.takeover.Whereabouts.Agreement;
import dev.quittance.takeover.Whereabouts.Found;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Finds whom rows concern and whether they can come in as things stand, hundreds at a time. */
@Component
class TakeOverPlacing {
    private static final int SHORT = 12;

    private final Whereabouts whereabouts;
    private final Obstacles obstacles;

    /** A row as it was read, with the cells that faults are told by. */
    record Read(CellReader cells, TakeOverRow row) {}

    TakeOverPlacing(Whereabouts whereabouts, Obstacles obstacles) {
        this.whereabouts = whereabouts;
        this.obstacles = obstacles;
    }

    /** The rows that can come in; what is wrong with the others is noted with their cells. */
    Mono<List<Placed>> place(TakeOverKind kind, List<Read> read) {
        var keys =
                read.stream()
                        .map(one -> one.row().customerKey())
                        .filter(Objects::nonNull)
                        .filter(key -> !key.isEmpty())
                        .distinct()
                        .toList();
        return whereabouts
                .customers(keys)
                .flatMap(
                        known ->
                                kind.money() ? Mono.just(money(read, known)) : billing(read, known))
                .flatMap(placed -> unobstructed(kind, read, placed));
    }

    private static List<Placed> money(List<Read> read, Map<String, Found> known) {
        var placed = new ArrayList<Placed>();
        for (var one : read) {
            var found = customer(one, known);
            var row = one.row();
            var amount = row.amount();
            if (found == null || amount == null || !one.cells().faults().isEmpty()) {
                continue;
            }
            var currency = amount.getCurrencyUnit().getCode();
            var customer = found.customers().getFirst();
            placed.add(
                    row.kind() == TakeOverKind.OPEN_INVOICES
                            ? new Placed(row, customer, null, row.number(), currency)
                            : new Placed(
                                    row.numbered(name(found, currency)),
                                    customer,
                                    null,
                                    "%s %s".formatted(customer, currency),
                                    currency));
        }
        return placed;
    }

    /** What a debt without a document is called, as its invoice's number. */
    private static String name(Found found, String currency) {
        var id = found.externalId();
        var text = found.customers().getFirst().toString();
        return "OPENING %s %s"
                .formatted(
                        id != null && id.length() <= TakeOverReader.LONGEST_NUMBER
                                ? id
                                : text.substring(text.length() - SHORT),
                        currency);
    }

    private static @Nullable Found customer(Read one, Map<String, Found> known) {
        var key = one.row().customerKey();
        if (key == null || key.isEmpty()) {
            return null;
        }
        var found = known.get(key);
        var count = found == null ? 0 : found.customers().size();
        one.cells()
                .check(
                        count > 0,
                        CUSTOMER,
                        "There is no such customer. Import the customers first, or write the external id or the email address");
        one.cells()
                .check(
                        count < 2,
                        CUSTOMER,
                        "%d customers have this email address. Write the external id"
                                .formatted(count));
        return count == 1 ? found : null;
    }

    private Mono<List<Placed>> billing(List<Read> read, Map<String, Found> known) {
        var subscriptions =
                read.stream()
                        .map(one -> one.row().subscription())
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList();
        var customers =
                known.values().stream().flatMap(found -> found.customers().stream()).toList();
        return whereabouts
                .agreements(subscriptions, customers)
                .map(
                        agreements -> {
                            var placed = new ArrayList<Placed>();
                            for (var one : read) {
                                var found = agreement(one, known, agreements);
                                if (found != null && one.cells().faults().isEmpty()) {
                                    placed.add(
                                            new Placed(
                                                    one.row(),
                                                    found.customer(),
                                                    found.id(),
                                                    found.id().toString(),
                                                    found.currency()));
                                }
                            }
                            return placed;
                        });
    }

    private static @Nullable Agreement agreement(
            Read one, Map<String, Found> known, List<Agreement> all) {
        var customer = customer(one, known);
        var number = one.row().subscription();
        var key = one.row().customerKey();
        if (key != null && customer == null) {
            return null;
        }
        var its =
                all.stream()
                        .filter(
                                a ->
                                        customer == null
                                                || a.customer()
                                                        .equals(customer.customers().getFirst()))
                        .filter(a -> number == null ? !a.ended() : a.number().equals(number))
                        .toList();
        var field = number == null ? CUSTOMER : SUBSCRIPTION;
        one.cells()
                .check(
                        !its.isEmpty(),
                        field,
                        number == null
                                ? "The customer has no subscription"
                                : "There is no such subscription of the customer");
        one.cells()
                .check(
                        its.size() < 2,
                        field,
                        "The customer has %d subscriptions. Write the number of the one that is meant"
                                .formatted(its.size()));
        if (its.size() != 1) {
            return null;
        }
        var found = its.getFirst();
        one.cells().check(!found.ended(), field, "The subscription is over");
        return found;
    }

    private Mono<List<Placed>> unobstructed(
            TakeOverKind kind, List<Read> read, List<Placed> placed) {
        var cells = read.stream().collect(toMap(one -> one.row().line(), Read::cells));
        return obstacles
                .now(kind, placed)
                .map(
                        now ->
                                placed.stream()
                                        .filter(
                                                one ->
                                                        free(
                                                                requireNonNull(
                                                                        cells.get(
                                                                                one.row().line())),
                                                                Obstacle.of(one, now)))
                                        .toList());
    }

    private static boolean free(CellReader cells, @Nullable Obstacle obstacle) {
        if (obstacle != null) {
            cells.fault(obstacle.field(), obstacle.reason());
        }
        return obstacle == null;
    }
}
