package dev.quittance.collection;

import dev.quittance.collection.OfflineMoney.Particulars;
import dev.quittance.collection.OfflineRefunds.ConfirmRefundInput;
import dev.quittance.collection.Reversals.ReversePaymentInput;
import dev.quittance.collection.Spreading.AllocationShareInput;
import dev.quittance.customers.Customers;
import dev.quittance.payments.PaymentMethodKind;
import dev.quittance.platform.Faults;
import dev.quittance.platform.MoneyInput;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/**
 * Money that moved on the merchant's bank account, as the bank says. Refuses as staff's acts do.
 */
@Service
public class BankReceipts {
    private final PayableInvoices payable;
    private final OfflineReceiving receiving;
    private final Customers customers;
    private final OfflineRefunds refunds;
    private final Reversals reversals;

    BankReceipts(
            PayableInvoices payable,
            OfflineReceiving receiving,
            Customers customers,
            OfflineRefunds refunds,
            Reversals reversals) {
        this.payable = payable;
        this.receiving = receiving;
        this.customers = customers;
        this.refunds = refunds;
        this.reversals = reversals;
    }

    /**
     * Money of a customer.
     *
     * @param shares what of it pays which invoice; the rest becomes credit
     */
    public record Receipt(
            UUID customer,
            Money amount,
            List<ReceiptShare> shares,
            String reference,
            LocalDate valueOn) {}

    /** What of it pays one invoice, all of the same customer and currency. */
    public record ReceiptShare(UUID invoice, MoneyInput amount) {}

    /** The payment that it became, by id. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<UUID> receive(Receipt receipt) {
        var particulars =
                new Particulars(
                        PaymentMethodKind.BANK_TRANSFER, receipt.reference(), receipt.valueOn());
        return receipt.shares().isEmpty()
                ? customers
                        .lock(receipt.customer())
                        .then(
                                Mono.defer(
                                        () ->
                                                receiving.topUp(
                                                        receipt.customer(),
                                                        receipt.amount(),
                                                        particulars,
                                                        new Faults())))
                : spread(receipt, particulars);
    }

    private Mono<UUID> spread(Receipt receipt, Particulars particulars) {
        var wished =
                receipt.shares().stream()
                        .map(one -> new AllocationShareInput(one.invoice(), one.amount()))
                        .toList();
        return payable.hold(wished.stream().map(AllocationShareInput::invoiceId).toList())
                .flatMap(
                        held ->
                                receiving.receive(
                                        held.customer(),
                                        receipt.amount(),
                                        particulars,
                                        new Faults(),
                                        () -> Spreading.of(wished, held.owed(), receipt.amount())));
    }

    /** Notes that the money of a refund has left. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Void> sent(UUID refund, String reference, LocalDate valueOn) {
        return refunds.send(new ConfirmRefundInput(refund, reference, valueOn, "")).then();
    }

    /** Puts a payment back to New. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Void> putBack(UUID payment, String reason) {
        return reversals.undo(new ReversePaymentInput(payment, reason, "")).then();
    }
}
