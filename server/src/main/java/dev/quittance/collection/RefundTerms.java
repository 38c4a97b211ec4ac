package dev.quittance.collection;

import dev.quittance.payments.Allocation;
import dev.quittance.payments.Payment;
import dev.quittance.payments.PaymentStatus;
import dev.quittance.platform.Problem;
import dev.quittance.platform.Refused;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What refunding a payment takes, decided from how it stands. Preview and act come here alike.
 *
 * @param amount what goes back
 * @param fromCredit the part of it that is account credit already
 * @param paid the invoices this payment pays, oldest first
 */
record RefundTerms(Payment payment, Money amount, Money fromCredit, List<Allocation> paid) {

    /** The payment can't be refunded. */
    record NotRefundable(String message) implements Problem {}

    /** More than is left of the payment, or of what can be taken back for it. */
    record RefundTooMuch(String message, Money refundable) implements Problem {}

    /** All that decides about a refund. */
    record Basis(Payment payment, Money refunded, Money credit, List<Allocation> paid) {

        /** What has not gone back yet, is not on its way and is not disputed. */
        Money unrefunded() {
            var left = payment.amount().minus(payment.disputed()).minus(refunded);
            return left.isNegative() ? Money.zero(left.getCurrencyUnit()) : left;
        }

        /** At most that, and at most what is credit or pays invoices. */
        Money refundable() {
            return smaller(credit.plus(allocated()), unrefunded());
        }

        /** What pays invoices. */
        Money allocated() {
            return paid.stream()
                    .map(Allocation::amount)
                    .reduce(Money.zero(payment.amount().getCurrencyUnit()), Money::plus);
        }
    }

    /**
     * @param wished all that can be refunded when null
     */
    static RefundTerms of(Basis basis, @Nullable Money wished) {
        var payment = basis.payment();
        if (payment.status() != PaymentStatus.SUCCEEDED) {
            throw new Refused(
                    new NotRefundable(
                            payment.status() == PaymentStatus.REVERSED
                                    ? "This payment was put back to New, so there is no money to refund."
                                    : "This payment has not come in, so there is nothing to refund."));
        }
        var refundable = basis.refundable();
        if (refundable.isZero()) {
            throw new Refused(
                    new NotRefundable(
                            basis.unrefunded().isZero()
                                    ? gone(payment)
                                    : "The money of this payment is used up: nothing of it is credit or pays an invoice."));
        }
        var amount = wished == null ? refundable : wished;
        if (amount.isGreaterThan(refundable)) {
            throw new Refused(
                    new RefundTooMuch(
                            "At most %s of this payment can be refunded.".formatted(refundable),
                            refundable));
        }
        return new RefundTerms(payment, amount, smaller(amount, basis.credit()), basis.paid());
    }

    private static String gone(Payment payment) {
        return payment.disputed().isZero()
                ? "This payment is refunded wholly, or on its way back."
                : "The payer's bank has this money: %s of the payment is disputed. It can be refunded if the dispute is won."
                        .formatted(payment.disputed());
    }

    /**
     * For money that has gone back already: nothing is refused any more. What neither credit nor
     * paid invoices cover leaves credit below zero.
     */
    static RefundTerms happened(Basis basis, Money amount) {
        var uncovered = amount.minus(smaller(amount, basis.credit()));
        return new RefundTerms(
                basis.payment(),
                amount,
                amount.minus(smaller(uncovered, basis.allocated())),
                basis.paid());
    }

    /** What must be taken back from invoices first. */
    Money fromInvoices() {
        return amount.minus(fromCredit);
    }

    /** How much is taken back from which invoice, what was paid last first. */
    Map<UUID, Money> takenBack() {
        var parts = new LinkedHashMap<UUID, Money>();
        var left = fromInvoices();
        for (var part : paid.reversed()) {
            var taken = smaller(left, part.amount());
            if (taken.isPositive()) {
                parts.merge(part.invoice(), taken, Money::plus);
                left = left.minus(taken);
            }
        }
        return parts;
    }

    private static Money smaller(Money one, Money other) {
        return one.isLessThan(other) ? one : other;
    }
}
