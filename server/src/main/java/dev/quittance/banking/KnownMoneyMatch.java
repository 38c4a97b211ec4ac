package dev.quittance.banking;

import dev.quittance.banking.KnownMoney.BookedPayment;
import dev.quittance.banking.KnownMoney.RecordedPayment;
import dev.quittance.banking.KnownMoney.SentPayout;
import dev.quittance.banking.KnownMoney.WaitingRefund;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What money that the books know of suggests. */
interface KnownMoneyMatch {

    /**
     * The suggestion, if it is one.
     *
     * @param back the bank says that money is returned
     * @param named customers whose invoices the entry names
     */
    static @Nullable BankSuggestion of(
            KnownMoney one, boolean back, String partyKey, Set<UUID> named) {
        return switch (one) {
            case WaitingRefund refund -> refund(refund, partyKey);
            case BookedPayment payment -> back || payment.sameId() ? returned(payment) : null;
            case RecordedPayment payment ->
                    recorded(
                            payment,
                            payment.byAccount()
                                    || named.contains(payment.customer())
                                    || same(partyKey, payment.customerName()));
            case SentPayout payout -> payout(payout);
        };
    }

    private static boolean same(String partyKey, String name) {
        return !partyKey.isEmpty() && partyKey.equals(PayerName.key(name));
    }

    private static BankSuggestion refund(WaitingRefund refund, String partyKey) {
        boolean named = same(partyKey, refund.customerName());
        return new BankSuggestion(
                SuggestionKind.REFUND,
                named ? 85 : 40,
                false,
                "A refund of this amount to %s waits until its money has left%s."
                        .formatted(
                                refund.customerName(),
                                named ? ", and the payee bears the name" : ""),
                refund.customer(),
                List.of(),
                refund.refund(),
                null,
                null);
    }

    private static BankSuggestion returned(BookedPayment payment) {
        return new BankSuggestion(
                SuggestionKind.RETURN,
                payment.sameId() ? 95 : 70,
                false,
                (payment.sameId()
                                ? "It takes back the entry of %s with the same reference: the payment should be put back to New."
                                : "The bank returns money, and the entry of %s has this amount and party: the payment should be put back to New.")
                        .formatted(payment.bookedOn()),
                payment.customer(),
                List.of(),
                null,
                payment.payment(),
                null);
    }

    private static BankSuggestion recorded(RecordedPayment payment, boolean known) {
        return new BankSuggestion(
                SuggestionKind.RECORDED,
                known ? 95 : 45,
                false,
                "Payment %s of this amount by %s was confirmed by hand on %s%s."
                        .formatted(
                                payment.number(),
                                payment.customerName(),
                                payment.paidOn(),
                                known ? "; this is probably its money" : ""),
                payment.customer(),
                List.of(),
                null,
                payment.payment(),
                null);
    }

    private static BankSuggestion payout(SentPayout payout) {
        return new BankSuggestion(
                SuggestionKind.PAYOUT,
                payout.named() ? 95 : 60,
                false,
                "The payout %s of this amount was sent by %s on %s."
                        .formatted(payout.reference(), payout.gateway(), payout.sentOn()),
                null,
                List.of(),
                null,
                null,
                payout.payout());
    }
}
