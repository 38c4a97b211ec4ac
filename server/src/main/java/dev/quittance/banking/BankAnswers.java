package dev.quittance.banking;

import dev.quittance.platform.MoneyInput;
import dev.quittance.platform.Problem;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is asked about an entry, and what is answered. */
interface BankAnswers {

    record ConfirmBankEntryInput(
            UUID entryId,
            UUID customerId,
            List<ReceiptShareInput> shares,
            @Nullable LocalDate valueOn,
            String idempotencyKey) {}

    record ReceiptShareInput(UUID invoiceId, MoneyInput amount) {}

    record ConfirmBankRefundInput(UUID entryId, UUID refundId, String idempotencyKey) {}

    record ConfirmBankReturnInput(UUID entryId, UUID paymentId, String idempotencyKey) {}

    record LinkBankPaymentInput(UUID entryId, UUID paymentId, String idempotencyKey) {}

    record LinkBankPayoutInput(UUID entryId, UUID payoutId, String idempotencyKey) {}

    record SetAsideBankEntryInput(UUID entryId, String note) {}

    record UndoBankEntryInput(UUID entryId, String reason, String idempotencyKey) {}

    /** The entry as it stands now. */
    record BankEntryDone(BankEntry entry) {}

    /** The entry is not in that state. */
    record BankEntryStays(String message) implements Problem {}

    /** The entry has another amount than what it is to be. */
    record BankAmountDiffers(String message) implements Problem {}

    /** What the entry is to be is another entry already, or can't be one. */
    record BankTargetTaken(String message) implements Problem {}

    /** An invoice is another customer's. */
    record InvoiceOfAnotherCustomer(String message, String invoiceNumber) implements Problem {}

    /** An invoice is in another currency. */
    record InvoiceInAnotherCurrency(String message, String invoiceNumber) implements Problem {}
}
