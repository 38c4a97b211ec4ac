package dev.quittance.banking;

import dev.quittance.banking.BankAnswers.BankEntryDone;
import dev.quittance.banking.BankAnswers.ConfirmBankEntryInput;
import dev.quittance.banking.BankAnswers.InvoiceInAnotherCurrency;
import dev.quittance.banking.BankAnswers.InvoiceOfAnotherCustomer;
import dev.quittance.collection.BankReceipts;
import dev.quittance.collection.BankReceipts.Receipt;
import dev.quittance.collection.BankReceipts.ReceiptShare;
import dev.quittance.platform.Caller;
import dev.quittance.platform.MoneyInput;
import dev.quittance.platform.Refused;
import java.util.UUID;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Books money that came in as a payment of a customer. */
@Service
class BankBooking {
    private static final int MOST_COMPARED = 200;
    private final EntryDecisions decisions;
    private final EntryRepository entries;
    private final TargetRepository targets;
    private final BankReceipts receipts;
    private final Matching matching;

    BankBooking(
            EntryDecisions decisions,
            EntryRepository entries,
            TargetRepository targets,
            BankReceipts receipts,
            Matching matching) {
        this.decisions = decisions;
        this.entries = entries;
        this.targets = targets;
        this.receipts = receipts;
        this.matching = matching;
    }

    Mono<BankEntryDone> confirm(ConfirmBankEntryInput input) {
        return decisions.once(
                "confirmBankEntry",
                input.idempotencyKey(),
                input,
                input.entryId(),
                () ->
                        Mono.zip(
                                        decisions.hold(input.entryId(), Direction.CREDIT),
                                        Caller.current())
                                .flatMap(
                                        held ->
                                                book(
                                                        held.getT1(),
                                                        receipt(held.getT1(), input),
                                                        held.getT2().name())));
    }

    /** As a suggestion says, for an entry that is held. */
    Mono<Void> book(BankEntry entry, BankSuggestion suggestion, UUID customer, String by) {
        return book(
                entry,
                new Receipt(
                        customer,
                        entry.amount(),
                        suggestion.shares().stream()
                                .map(
                                        one ->
                                                new ReceiptShare(
                                                        one.invoiceId(),
                                                        new MoneyInput(
                                                                one.amount().getAmount(),
                                                                one.amount().getCurrencyUnit())))
                                .toList(),
                        entry.label(),
                        entry.valueOn()),
                by);
    }

    private Mono<Void> book(BankEntry entry, Receipt receipt, String by) {
        return refuseStray(entry, receipt)
                .then(Mono.defer(() -> receipts.receive(receipt)))
                .flatMap(payment -> decisions.keep(entry, Decision.payment(payment), by))
                .then(Mono.defer(() -> learn(entry, receipt.customer())));
    }

    /** The account is known from now on, and what else was suggested for the customer is stale. */
    private Mono<Void> learn(BankEntry entry, UUID customer) {
        var account = entry.partyAccount();
        return (account == null ? Mono.<Void>empty() : entries.remember(account, customer))
                .then(entries.undecidedOf(customer, MOST_COMPARED).collectList())
                .flatMap(matching::match);
    }

    private static Receipt receipt(BankEntry entry, ConfirmBankEntryInput input) {
        return new Receipt(
                input.customerId(),
                entry.amount(),
                input.shares().stream()
                        .map(one -> new ReceiptShare(one.invoiceId(), one.amount()))
                        .toList(),
                entry.label(),
                input.valueOn() == null ? entry.valueOn() : input.valueOn());
    }

    private Mono<Void> refuseStray(BankEntry entry, Receipt receipt) {
        var invoices = receipt.shares().stream().map(ReceiptShare::invoice).toList();
        var currency = entry.amount().getCurrencyUnit().getCode();
        return targets.stray(invoices, receipt.customer(), currency)
                .flatMap(
                        stray ->
                                Mono.error(
                                        new Refused(
                                                stray.sameCustomer()
                                                        ? new InvoiceInAnotherCurrency(
                                                                "Invoice %s is in %s, but the money is in %s."
                                                                        .formatted(
                                                                                stray.number(),
                                                                                stray.currency(),
                                                                                currency),
                                                                stray.number())
                                                        : new InvoiceOfAnotherCustomer(
                                                                "Invoice %s is another customer's."
                                                                        .formatted(stray.number()),
                                                                stray.number()))));
    }
}
