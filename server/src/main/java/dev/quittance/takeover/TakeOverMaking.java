package dev.quittance.takeover;

import static java.util.Objects.requireNonNull;

import dev.quittance.invoicing.FormerPeriods;
import dev.quittance.invoicing.TakenOverInvoice;
import dev.quittance.invoicing.TakenOverInvoices;
import dev.quittance.platform.Ids;
import dev.quittance.platform.JsonText;
import dev.quittance.subscriptions.FormerBilling;
import dev.quittance.subscriptions.FormerBilling.Before;
import dev.quittance.subscriptions.FormerBillings;
import dev.quittance.takeover.TakeOverRow.Placed;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Makes of rows what they say. A credit is booked as the customer's; a debt without a document
 * becomes an invoice that was taken over, so that it can be paid and reminded of like any other.
 */
@Component
class TakeOverMaking {
    private final TakeOverRows rows;
    private final TakenOverInvoices invoices;
    private final OpeningCredits credits;
    private final FormerBillings billings;
    private final FormerPeriods periods;

    private record Made(UUID id, Placed placed) {}

    TakeOverMaking(
            TakeOverRows rows,
            TakenOverInvoices invoices,
            OpeningCredits credits,
            FormerBillings billings,
            FormerPeriods periods) {
        this.rows = rows;
        this.invoices = invoices;
        this.credits = credits;
        this.billings = billings;
        this.periods = periods;
    }

    Mono<Void> make(UUID file, TakeOverKind kind, List<Placed> placed) {
        return kind.money() ? money(file, placed) : billing(file, placed);
    }

    private Mono<Void> money(UUID file, List<Placed> placed) {
        var made = placed.stream().map(one -> new Made(Ids.next(), one)).toList();
        var debts =
                made.stream().filter(TakeOverMaking::owed).map(TakeOverMaking::invoice).toList();
        var owing = made.stream().filter(one -> !owed(one)).toList();
        return (debts.isEmpty() ? Mono.<Void>empty() : invoices.add(debts))
                .then(
                        Mono.defer(
                                () ->
                                        credits.book(
                                                owing.stream().map(Made::id).toList(),
                                                owing.stream().map(Made::placed).toList())))
                .then(
                        rows.keepMade(
                                file,
                                lines(placed),
                                made.stream().map(Made::id).toList(),
                                made.stream().map(_ -> "null").toList()));
    }

    private static boolean owed(Made one) {
        return one.placed().row().debt();
    }

    private static TakenOverInvoice invoice(Made one) {
        var row = one.placed().row();
        return new TakenOverInvoice(
                one.id(),
                one.placed().customer(),
                row.number(),
                row.issuedOn(),
                row.dueOn(),
                requireNonNull(row.total()),
                requireNonNull(row.amount()),
                row.parts().stream()
                        .map(
                                part ->
                                        new TakenOverInvoice.Part(
                                                part.net(), part.percent(), part.tax()))
                        .toList(),
                row.paymentReference(),
                row.description(),
                row.on());
    }

    private Mono<Void> billing(UUID file, List<Placed> placed) {
        var ids = placed.stream().map(one -> requireNonNull(one.subscription())).toList();
        var wanted =
                IntStream.range(0, ids.size())
                        .mapToObj(i -> new FormerBilling(ids.get(i), placed.get(i).row().on()))
                        .toList();
        return billings.note(wanted)
                .delayUntil(_ -> periods.claim(ids))
                .flatMap(before -> rows.keepMade(file, lines(placed), ids, texts(ids, before)));
    }

    private static List<String> texts(List<UUID> ids, List<Before> before) {
        var known =
                before.stream()
                        .collect(Collectors.toMap(Before::subscription, Function.identity()));
        return ids.stream().map(id -> JsonText.write(requireNonNull(known.get(id)))).toList();
    }

    private static List<Integer> lines(List<Placed> placed) {
        return placed.stream().map(one -> one.row().line()).toList();
    }
}
