package dev.quittance.collection;

import static java.util.Objects.requireNonNull;

import dev.quittance.collection.PayInvoicesResult.NothingDue;
import dev.quittance.invoicing.Invoice;
import dev.quittance.invoicing.InvoiceStatus;
import dev.quittance.invoicing.Invoices;
import dev.quittance.platform.BusinessClock;
import dev.quittance.platform.Faults;
import dev.quittance.platform.Idempotency;
import dev.quittance.platform.MoneyInput;
import dev.quittance.platform.Problem;
import dev.quittance.platform.Refused;
import dev.quittance.platform.Texts;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Lets staff give an invoice up, or take that back. */
@Service
class WritingOff {
    static final int LONGEST_REASON = 500;

    private final PayableInvoices payable;
    private final WriteOffs writeOffs;
    private final Invoices invoices;
    private final Idempotency idempotency;
    private final BusinessClock clock;

    WritingOff(
            PayableInvoices payable,
            WriteOffs writeOffs,
            Invoices invoices,
            Idempotency idempotency,
            BusinessClock clock) {
        this.payable = payable;
        this.writeOffs = writeOffs;
        this.invoices = invoices;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    /**
     * An invoice that is to be given up.
     *
     * @param amount what was seen to be due; whatever is due when left out
     */
    record WriteOffInvoiceInput(
            UUID invoiceId, @Nullable MoneyInput amount, String reason, String idempotencyKey) {}

    record RecoverInvoiceInput(UUID invoiceId, String reason, String idempotencyKey) {}

    /** The rest of an invoice was given up. */
    record RestWrittenOff(Invoice invoice) {}

    /** An invoice that was given up is owed again. */
    record InvoiceRecovered(Invoice invoice) {}

    /** The invoice was not given up. */
    record NotWrittenOff() implements Problem {
        @Override
        public String message() {
            return "This invoice is not written off, so there is nothing to recover.";
        }
    }

    /** Something else is due than was seen. */
    record RestChanged(Money due) implements Problem {
        @Override
        public String message() {
            return "What is due has changed since you saw it: it is %s now. Look at it again."
                    .formatted(due);
        }
    }

    /** What the act's transaction left behind. */
    record Done(UUID invoice) {}

    Mono<RestWrittenOff> writeOff(WriteOffInvoiceInput input) {
        return idempotency
                .once(
                        "writeOffInvoice",
                        input.idempotencyKey(),
                        input,
                        Done.class,
                        () -> giveUp(input))
                .flatMap(done -> invoices.get(done.invoice()))
                .map(RestWrittenOff::new);
    }

    Mono<InvoiceRecovered> recover(RecoverInvoiceInput input) {
        return idempotency
                .once(
                        "recoverInvoice",
                        input.idempotencyKey(),
                        input,
                        Done.class,
                        () -> takeBack(input))
                .flatMap(done -> invoices.get(done.invoice()))
                .map(InvoiceRecovered::new);
    }

    private Mono<Done> giveUp(WriteOffInvoiceInput input) {
        var reason = reason(input.reason());
        return payable.hold(List.of(input.invoiceId()))
                .map(held -> held.invoices().getFirst())
                .filter(invoice -> invoice.due().isPositive())
                .switchIfEmpty(Mono.error(() -> new Refused(new NothingDue())))
                .doOnNext(invoice -> mustBeAsSeen(input.amount(), invoice.due()))
                .zipWith(clock.today())
                .flatMap(found -> writeOffs.giveUp(found.getT1(), found.getT2(), reason))
                .thenReturn(new Done(input.invoiceId()));
    }

    private static void mustBeAsSeen(@Nullable MoneyInput seen, Money due) {
        if (seen != null) {
            var faults = new Faults();
            var amount = seen.money(faults, "amount");
            faults.orThrow();
            if (!amount.equals(due)) {
                throw new Refused(new RestChanged(due));
            }
        }
    }

    private Mono<Done> takeBack(RecoverInvoiceInput input) {
        var reason = reason(input.reason());
        return payable.hold(List.of(input.invoiceId()))
                .filter(held -> held.invoices().getFirst().status() == InvoiceStatus.WRITTEN_OFF)
                .switchIfEmpty(Mono.error(() -> new Refused(new NotWrittenOff())))
                .then(clock.today())
                .flatMap(today -> writeOffs.recover(List.of(input.invoiceId()), today, reason))
                .thenReturn(new Done(input.invoiceId()));
    }

    /** A reason that must be given. */
    static String reason(String given) {
        var faults = new Faults();
        var reason = Texts.name(faults, "reason", given, LONGEST_REASON);
        faults.orThrow();
        return requireNonNull(reason);
    }
}
