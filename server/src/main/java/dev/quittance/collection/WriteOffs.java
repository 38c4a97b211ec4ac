package dev.quittance.collection;

import dev.quittance.invoicing.Invoices;
import dev.quittance.ledger.Booking;
import dev.quittance.ledger.Ledger;
import dev.quittance.ledger.NewTransfer;
import dev.quittance.ledger.SourceKind;
import dev.quittance.platform.Ids;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Gives invoices up and takes that back, in the books and on the invoices at once. */
@Service
class WriteOffs {
    private final WriteOffRepository repository;
    private final Ledger ledger;
    private final Invoices invoices;

    WriteOffs(WriteOffRepository repository, Ledger ledger, Invoices invoices) {
        this.repository = repository;
        this.ledger = ledger;
        this.invoices = invoices;
    }

    /** Gives up what is due of an open invoice. The customer is locked. */
    @Transactional(propagation = Propagation.MANDATORY)
    Mono<Void> giveUp(BilledInvoice invoice, LocalDate on, String reason) {
        var writeOff =
                new WriteOff(
                        Ids.next(), invoice.id(), invoice.customer(), invoice.due(), reason, on);
        return ledger.book(List.of(transfer(writeOff, Booking.WRITTEN_OFF, on)))
                .then(repository.add(writeOff))
                .then(invoices.writeOff(List.of(invoice.id()), reason));
    }

    /**
     * Lets those of these invoices that were given up be owed again. The customer is locked.
     *
     * @param reason why, in words
     */
    @Transactional(propagation = Propagation.MANDATORY)
    Mono<Void> recover(Collection<UUID> invoices, LocalDate on, String reason) {
        return repository
                .present(invoices)
                .collectList()
                .filter(found -> !found.isEmpty())
                .flatMap(found -> recover(found, on, reason));
    }

    /** What of these invoices is given up; at most one for each. */
    Flux<WriteOff> present(Collection<UUID> invoices) {
        return repository.present(invoices);
    }

    private Mono<Void> recover(List<WriteOff> found, LocalDate on, String reason) {
        var transfers = found.stream().map(one -> transfer(one, Booking.RECOVERED, on)).toList();
        return ledger.book(transfers)
                .then(repository.recover(found.stream().map(WriteOff::id).toList(), on, reason))
                .then(invoices.recover(found.stream().map(WriteOff::invoice).toList(), reason));
    }

    private static NewTransfer transfer(WriteOff writeOff, Booking booking, LocalDate on) {
        return NewTransfer.of(
                booking,
                writeOff.customer(),
                writeOff.amount(),
                SourceKind.WRITE_OFF,
                writeOff.id(),
                on);
    }
}
