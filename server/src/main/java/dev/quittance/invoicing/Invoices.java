package dev.quittance.invoicing;

import dev.quittance.invoicing.Drafting.InvoiceDraft;
import dev.quittance.invoicing.Drafting.Unbillable;
import dev.quittance.platform.Refused;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Drafts, posts, settles and finds invoices. */
@Service
public class Invoices {
    /** The most invoices that are posted in one transaction. */
    public static final int MOST = 500;

    private final Drafts drafts;
    private final Posting posting;
    private final InvoiceSettlement settlement;
    private final InvoiceLosses losses;
    private final InvoiceReading reading;

    Invoices(
            Drafts drafts,
            Posting posting,
            InvoiceSettlement settlement,
            InvoiceLosses losses,
            InvoiceReading reading) {
        this.drafts = drafts;
        this.posting = posting;
        this.settlement = settlement;
        this.losses = losses;
        this.reading = reading;
    }

    /**
     * The invoices that {@code orders} make if posted on {@code day}, one answer for each, in their
     * order. Stores nothing.
     */
    public Mono<List<Drafting>> draft(List<InvoiceOrder> orders, LocalDate day) {
        return orders.isEmpty() ? Mono.just(List.of()) : drafts.of(orders, day);
    }

    /**
     * Drafts and posts. What cannot be billed is refused as a whole; what somebody else has billed
     * meanwhile is left out, and so is an order without charges.
     *
     * @param issueOn the day of posting in the organisation's zone
     * @param billRun the run that bills, if one does
     */
    @Transactional
    public Mono<List<PostedInvoice>> post(
            List<InvoiceOrder> orders, LocalDate issueOn, @Nullable UUID billRun) {
        var charged = orders.stream().filter(order -> !order.charges().isEmpty()).toList();
        return draft(charged, issueOn)
                .map(draftings -> draftings.stream().map(Invoices::billable).toList())
                .flatMap(billable -> postDrafts(billable, issueOn, billRun));
    }

    /**
     * Posts drafts that were computed for {@code issueOn}, at most {@link #MOST}: with numbers,
     * ledger, history and events, all in the caller's transaction. Whatever days somebody else has
     * billed meanwhile are left out.
     */
    @Transactional
    public Mono<List<PostedInvoice>> postDrafts(
            List<InvoiceDraft> billable, LocalDate issueOn, @Nullable UUID billRun) {
        if (billable.size() > MOST) {
            throw new IllegalArgumentException("At most %d invoices at a time".formatted(MOST));
        }
        return billable.isEmpty() ? Mono.just(List.of()) : posting.post(billable, issueOn, billRun);
    }

    /**
     * Adds what was allocated to each invoice, in minor units; below zero takes it back. An invoice
     * that is wholly paid becomes PAID, one that no longer is OPEN again. More than is due, or an
     * invoice that cannot be paid, is an error and changes nothing.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Void> settle(Map<UUID, Long> amounts) {
        return amounts.isEmpty() ? Mono.empty() : settlement.settle(amounts);
    }

    /**
     * Makes an invoice VOID, as wholly settled, and lets its days be billed anew. Call with its
     * cancellation posted and allocated; an invoice that is neither open nor paid is an error.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Void> cancel(UUID id, String reason) {
        return settlement.cancel(id, reason);
    }

    /** Gives open invoices up. Whoever does books it in the same transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Void> writeOff(Collection<UUID> ids, String reason) {
        return losses.writeOff(ids, reason);
    }

    /** Invoices that were given up are owed again. Whoever says so books it likewise. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Void> recover(Collection<UUID> ids, String reason) {
        return losses.recover(ids, reason);
    }

    /** One invoice with its lines, taxes and parties; {@code NotFound} when there is none. */
    public Mono<Invoice> get(UUID id) {
        return reading.get(id);
    }

    /** Invoices with their lines, taxes and parties, by id. Says nothing of who may see them. */
    public Mono<Map<UUID, Invoice>> byIds(Collection<UUID> ids) {
        return reading.byIds(ids);
    }

    /** What these customers have not paid, by currency; customers without any are missing. */
    public Mono<Map<UUID, List<Outstanding>>> outstanding(Collection<UUID> customers) {
        return reading.outstanding(customers);
    }

    private static InvoiceDraft billable(Drafting drafting) {
        return switch (drafting) {
            case InvoiceDraft draft -> draft;
            case Unbillable unbillable -> throw new Refused(unbillable);
        };
    }
}
