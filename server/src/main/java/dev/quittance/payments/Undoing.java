package dev.quittance.payments;

import dev.quittance.ledger.NewTransfer;
import dev.quittance.payments.Settlement.Part;
import dev.quittance.platform.Amounts;
import dev.quittance.platform.Ids;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What taking allocations back does to the books and to invoices: what had paid becomes credit, and
 * the invoices owe it again. Of what is taken back in part, the rest is allocated anew.
 */
record Undoing(LocalDate on, List<TakenBack> parts) {

    /** How much of an allocation is taken back; above zero. */
    record TakenBack(Allocation allocation, long minor) {}

    static Undoing whole(List<Allocation> allocations, LocalDate on) {
        return new Undoing(
                on,
                allocations.stream()
                        .map(one -> new TakenBack(one, Amounts.minor(one.amount())))
                        .toList());
    }

    /** Takes back {@code minor} in all, of the latest allocations first. */
    static Undoing latest(List<Allocation> allocations, long minor, LocalDate on) {
        var parts = new ArrayList<TakenBack>();
        var left = minor;
        for (var allocation : allocations.reversed()) {
            var taken = Math.min(left, Amounts.minor(allocation.amount()));
            if (taken > 0) {
                parts.add(new TakenBack(allocation, taken));
                left -= taken;
            }
        }
        return new Undoing(on, List.copyOf(parts));
    }

    List<Allocation> allocations() {
        return parts.stream().map(TakenBack::allocation).toList();
    }

    List<UUID> ids() {
        return allocations().stream().map(Allocation::id).toList();
    }

    /** {@code RECEIVABLE → CUSTOMER_CREDIT} for each whole allocation. */
    List<NewTransfer> transfers() {
        return allocations().stream()
                .map(one -> Settlement.undone(one.customer(), one, on))
                .toList();
    }

    /** How much is taken from each invoice, below zero. */
    Map<UUID, Long> byInvoice() {
        return allocations().stream()
                .collect(
                        Collectors.groupingBy(
                                Allocation::invoice,
                                Collectors.summingLong(one -> -Amounts.minor(one.amount()))));
    }

    /** What goes on paying, one settlement for each allocation that is taken back in part. */
    List<Settlement> rests() {
        return parts.stream().filter(Undoing::hasRest).map(this::rest).toList();
    }

    private static boolean hasRest(TakenBack part) {
        return part.minor() < Amounts.minor(part.allocation().amount());
    }

    private Settlement rest(TakenBack part) {
        var before = part.allocation();
        var rest = Amounts.minor(before.amount()) - part.minor();
        return new Settlement(
                before.customer(),
                before.amount().getCurrencyUnit(),
                on,
                null,
                null,
                List.of(
                        new Part(
                                Ids.next(),
                                before.invoice(),
                                before.payment(),
                                before.creditNote(),
                                rest)));
    }
}
