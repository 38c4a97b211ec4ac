package dev.quittance.invoicing;

import static java.util.stream.Collectors.toSet;

import dev.quittance.invoicing.Drafting.InvoiceDraft;
import dev.quittance.invoicing.PostingRepository.Claim;
import dev.quittance.ledger.Booking;
import dev.quittance.ledger.Ledger;
import dev.quittance.ledger.NewTransfer;
import dev.quittance.ledger.SourceKind;
import dev.quittance.organization.NumberBlock;
import dev.quittance.organization.NumberSeries;
import dev.quittance.organization.Organizations;
import dev.quittance.organization.SeriesKind;
import dev.quittance.subscriptions.ItemCharge;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Makes drafts into posted invoices, in the caller's transaction and a handful of statements. */
@Component
class Posting {
    private final PostingRepository repository;
    private final Ledger ledger;
    private final PostingNews news;
    private final Organizations organizations;
    private final NumberSeries numbers;
    private final ObjectProvider<PostingFollower> followers;

    Posting(
            PostingRepository repository,
            Ledger ledger,
            PostingNews news,
            Organizations organizations,
            NumberSeries numbers,
            ObjectProvider<PostingFollower> followers) {
        this.repository = repository;
        this.ledger = ledger;
        this.news = news;
        this.organizations = organizations;
        this.numbers = numbers;
        this.followers = followers;
    }

    /** Posts what nobody else has billed; what somebody has takes no number. */
    Mono<List<PostedInvoice>> post(
            List<InvoiceDraft> drafts, LocalDate issuedOn, @Nullable UUID billRun) {
        return repository
                .claim(drafts)
                .collect(toSet())
                .map(claims -> unbilled(drafts, claims))
                .flatMap(
                        unbilled ->
                                unbilled.isEmpty()
                                        ? Mono.just(List.of())
                                        : book(unbilled, issuedOn, billRun));
    }

    private Mono<List<PostedInvoice>> book(
            List<InvoiceDraft> drafts, LocalDate issuedOn, @Nullable UUID billRun) {
        return ledger.book(transfers(drafts, issuedOn))
                .then(Mono.defer(() -> news.tell(drafts, issuedOn)))
                .then(Mono.defer(organizations::seller))
                .flatMap(
                        seller ->
                                // Last of all: the series is held until the transaction ends.
                                numbers.take(SeriesKind.INVOICE, issuedOn, drafts.size())
                                        .flatMap(
                                                block ->
                                                        repository
                                                                .insert(
                                                                        drafts, block, seller,
                                                                        issuedOn, billRun)
                                                                .then(follow(drafts))
                                                                .thenReturn(
                                                                        posted(drafts, block))));
    }

    private Mono<Void> follow(List<InvoiceDraft> drafts) {
        var ids = drafts.stream().map(InvoiceDraft::id).toList();
        return Flux.fromStream(followers::orderedStream)
                .concatMap(follower -> follower.posted(ids))
                .then();
    }

    /** The drafts without the charges whose days were not to be had. */
    static List<InvoiceDraft> unbilled(List<InvoiceDraft> drafts, Set<Claim> claims) {
        var left = new ArrayList<InvoiceDraft>();
        for (var draft : drafts) {
            // A twin within one order is the same claim twice: only the first is billed.
            var own = new HashSet<Claim>();
            var charges =
                    draft.order().charges().stream()
                            .filter(charge -> free(draft, charge, claims, own))
                            .toList();
            var rest = draft.of(charges);
            if (rest != null) {
                left.add(rest);
            }
        }
        return left;
    }

    /** What bills no days of an item is always free to be billed. */
    private static boolean free(
            InvoiceDraft draft, ItemCharge charge, Set<Claim> claims, Set<Claim> own) {
        var claim = Claim.of(draft.id(), charge);
        return claim == null || claims.contains(claim) && own.add(claim);
    }

    static List<NewTransfer> transfers(List<InvoiceDraft> drafts, LocalDate bookedOn) {
        var transfers = new ArrayList<NewTransfer>();
        for (var line : PostingRepository.rows(drafts, InvoiceDraft::lines)) {
            add(transfers, line, line.part().net(), Booking.INVOICE_LINE, bookedOn);
        }
        for (var tax : PostingRepository.rows(drafts, InvoiceDraft::taxRows)) {
            add(transfers, tax, tax.part().tax(), Booking.INVOICE_TAX, bookedOn);
        }
        for (var rounding : PostingRepository.rows(drafts, draft -> List.of(draft.rounding()))) {
            add(transfers, rounding, rounding.part(), Booking.INVOICE_ROUNDING, bookedOn);
        }
        return transfers;
    }

    private static void add(
            List<NewTransfer> transfers,
            PostingRepository.Row<?> row,
            Money amount,
            Booking booking,
            LocalDate bookedOn) {
        if (amount.isZero()) {
            return;
        }
        transfers.add(
                new NewTransfer(
                        booking,
                        row.draft().order().customer(),
                        amount,
                        SourceKind.INVOICE,
                        row.draft().id(),
                        row.position(),
                        bookedOn,
                        row.part() instanceof DraftLine line ? line.charge().period() : null));
    }

    private static List<PostedInvoice> posted(List<InvoiceDraft> drafts, NumberBlock block) {
        return IntStream.range(0, drafts.size())
                .mapToObj(
                        i -> {
                            var draft = drafts.get(i);
                            return new PostedInvoice(
                                    draft.id(),
                                    block.number(i),
                                    draft.order().customer(),
                                    draft.total());
                        })
                .toList();
    }
}
