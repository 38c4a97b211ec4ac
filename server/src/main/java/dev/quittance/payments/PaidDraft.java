package dev.quittance.payments;

import java.util.List;
import java.util.UUID;
import reactor.core.publisher.Mono;

/**
 * Something that is charged before it is billed: whoever began the payment posts the invoice once
 * the money is ours. It reads and writes the database only.
 */
public interface PaidDraft {

    /**
     * Posts what {@code payment} was begun for, in the transaction in which it succeeds and with
     * the customer locked; the invoices, in the order in which they are paid. None where the
     * payment is for none of this, or where there is nothing to post any more: then the money
     * becomes credit.
     */
    Mono<List<UUID>> post(Payment payment);

    /**
     * It can't be posted. Whatever was to come of it does without, in a transaction of its own, so
     * that nothing is posted when the payment succeeds after that.
     *
     * @param reason in words
     */
    Mono<Void> giveUp(UUID payment, String reason);
}
