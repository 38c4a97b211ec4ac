package dev.quittance.payments;

import dev.quittance.ledger.Booking;
import dev.quittance.ledger.NewTransfer;
import dev.quittance.ledger.SourceKind;
import dev.quittance.payments.AllocationPlan.Share;
import dev.quittance.platform.Ids;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What an act does to the books and to invoices: money becomes the customer's credit, credit pays
 * invoices.
 *
 * @param payment the payment that brings money in; empty when only credit is spent
 * @param received what it brings in, allocated or not
 */
record Settlement(
        UUID customer,
        CurrencyUnit currency,
        LocalDate on,
        @Nullable UUID payment,
        @Nullable Money received,
        List<Part> parts) {

    /** One allocation to be made, with where its money is from. */
    record Part(
            UUID id, UUID invoice, @Nullable UUID payment, @Nullable UUID creditNote, long minor) {}

    /** A payment's money, and the credit that is used with it, on the invoices of {@code plan}. */
    static Settlement ofPayment(
            UUID payment, UUID customer, Money received, LocalDate on, AllocationPlan plan) {
        return new Settlement(
                customer,
                received.getCurrencyUnit(),
                on,
                payment,
                received,
                Stream.concat(
                                plan.byCredit().stream().map(share -> part(share, null, null)),
                                plan.byMoney().stream().map(share -> part(share, payment, null)))
                        .toList());
    }

    /** Credit that {@code payment} left over, on invoices it was not meant for at first. */
    static Settlement ofRest(
            UUID payment, UUID customer, CurrencyUnit currency, LocalDate on, List<Share> shares) {
        return new Settlement(
                customer,
                currency,
                on,
                null,
                null,
                shares.stream().map(share -> part(share, payment, null)).toList());
    }

    /** Whether the receipt shows {@code part}: it is paid as the money comes in. */
    boolean receipted(Part part) {
        return payment != null && payment.equals(part.payment());
    }

    /** Credit alone, be it that of {@code creditNote} or any. */
    static Settlement ofCredit(
            UUID customer,
            CurrencyUnit currency,
            LocalDate on,
            @Nullable UUID creditNote,
            List<Share> shares) {
        return new Settlement(
                customer,
                currency,
                on,
                null,
                null,
                shares.stream().map(share -> part(share, null, creditNote)).toList());
    }

    /** Credit notes that pay their own invoice. */
    static Settlement ofNotes(
            UUID customer, CurrencyUnit currency, LocalDate on, List<Part> parts) {
        return new Settlement(customer, currency, on, null, null, parts);
    }

    /** {@code RECEIVABLE → CUSTOMER_CREDIT}: what was allocated is credit again. */
    static NewTransfer undone(UUID customer, Allocation allocation, LocalDate on) {
        return NewTransfer.of(
                Booking.ALLOCATION_UNDONE,
                customer,
                allocation.amount(),
                SourceKind.ALLOCATION,
                allocation.id(),
                on);
    }

    /**
     * {@code CLEARING → CUSTOMER_CREDIT}, then {@code CUSTOMER_CREDIT → RECEIVABLE} for each part.
     */
    List<NewTransfer> transfers() {
        var allocated =
                parts.stream()
                        .map(
                                part ->
                                        transfer(
                                                Booking.ALLOCATED,
                                                Money.ofMinor(currency, part.minor()),
                                                SourceKind.ALLOCATION,
                                                part.id()));
        if (payment == null || received == null) {
            return allocated.toList();
        }
        var paid = transfer(Booking.PAYMENT_RECEIVED, received, SourceKind.PAYMENT, payment);
        return Stream.concat(Stream.of(paid), allocated).toList();
    }

    /** How much each invoice is paid in all. */
    Map<UUID, Long> byInvoice() {
        return parts.stream()
                .collect(Collectors.groupingBy(Part::invoice, Collectors.summingLong(Part::minor)));
    }

    private NewTransfer transfer(Booking booking, Money amount, SourceKind kind, UUID source) {
        return NewTransfer.of(booking, customer, amount, kind, source, on);
    }

    private static Part part(Share share, @Nullable UUID payment, @Nullable UUID creditNote) {
        return new Part(Ids.next(), share.invoice(), payment, creditNote, share.minor());
    }
}
