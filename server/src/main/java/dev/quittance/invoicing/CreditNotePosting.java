package dev.quittance.invoicing;

import dev.quittance.ledger.Booking;
import dev.quittance.ledger.Ledger;
import dev.quittance.ledger.NewTransfer;
import dev.quittance.organization.NumberSeries;
import dev.quittance.organization.Organizations;
import dev.quittance.organization.SeriesKind;
import dev.quittance.platform.Days;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Makes drafts into posted credit notes, in the caller's transaction. */
@Component
class CreditNotePosting {
    private final CreditNoteWriting writing;
    private final CreditNoteNews news;
    private final Ledger ledger;
    private final NumberSeries numbers;
    private final Organizations organizations;

    CreditNotePosting(
            CreditNoteWriting writing,
            CreditNoteNews news,
            Ledger ledger,
            NumberSeries numbers,
            Organizations organizations) {
        this.writing = writing;
        this.news = news;
        this.ledger = ledger;
        this.numbers = numbers;
        this.organizations = organizations;
    }

    /**
     * Posts drafts of one kind.
     *
     * @param mail whether they are mailed; null as it usually is
     */
    Mono<Void> post(
            List<CreditDraft> drafts, LocalDate issueOn, String reason, @Nullable Boolean mail) {
        return ledger.book(transfers(drafts, issueOn))
                .then(Mono.defer(() -> news.tell(drafts, reason, mail)))
                .then(Mono.defer(organizations::seller))
                .flatMap(
                        seller ->
                                // Last of all: the series is held until the transaction ends.
                                numbers.take(series(drafts), issueOn, drafts.size())
                                        .flatMap(
                                                block ->
                                                        writing.insert(
                                                                drafts, block, seller, issueOn,
                                                                reason)));
    }

    private static SeriesKind series(List<CreditDraft> drafts) {
        return drafts.getFirst().kind().series();
    }

    private static List<NewTransfer> transfers(List<CreditDraft> drafts, LocalDate bookedOn) {
        var transfers = new ArrayList<NewTransfer>();
        for (var draft : drafts) {
            for (var i = 0; i < draft.lines().size(); i++) {
                var line = draft.lines().get(i);
                if (!line.net().isZero()) {
                    transfers.add(
                            transfer(
                                    draft,
                                    Booking.CREDIT_LINE,
                                    line.net(),
                                    i + 1,
                                    bookedOn,
                                    line.days()));
                }
            }
            for (var tax : draft.taxes()) {
                var given = tax.row().tax();
                if (!given.isZero()) {
                    transfers.add(
                            transfer(
                                    draft,
                                    Booking.CREDIT_TAX,
                                    given,
                                    tax.position(),
                                    bookedOn,
                                    null));
                }
            }
            if (!draft.rounding().isZero()) {
                transfers.add(
                        transfer(
                                draft,
                                Booking.CREDIT_ROUNDING,
                                draft.rounding(),
                                1,
                                bookedOn,
                                null));
            }
        }
        return transfers;
    }

    private static NewTransfer transfer(
            CreditDraft draft,
            Booking booking,
            Money amount,
            int part,
            LocalDate bookedOn,
            @Nullable Days days) {
        return new NewTransfer(
                booking,
                draft.customer(),
                amount,
                draft.kind().source(),
                draft.id(),
                part,
                bookedOn,
                days);
    }
}
