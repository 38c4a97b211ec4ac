package dev.quittance.payments.stripe;

import com.stripe.model.BalanceTransaction;
import com.stripe.model.PaymentIntent;
import dev.quittance.payments.ChargeOutcome;
import dev.quittance.payments.ChargeOutcome.ActionNeeded;
import dev.quittance.payments.ChargeOutcome.Declined;
import dev.quittance.payments.ChargeOutcome.Succeeded;
import dev.quittance.payments.ChargeOutcome.Underway;
import dev.quittance.payments.RememberedMethod;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What the state of a PaymentIntent says. What does not say anything clearly is no outcome. */
final class StripeOutcome {

    /** What must be told along with an intent. */
    static final List<String> EXPANDED =
            List.of("latest_charge.balance_transaction", "payment_method");

    private StripeOutcome() {}

    /** Whether a charge has ended without money, but could be begun anew. */
    static boolean declined(PaymentIntent intent) {
        return "requires_payment_method".equals(intent.getStatus());
    }

    static boolean canceled(PaymentIntent intent) {
        return "canceled".equals(intent.getStatus());
    }

    static ChargeOutcome of(PaymentIntent intent) {
        return switch (intent.getStatus()) {
            case "succeeded" -> succeeded(intent);
            case "processing" -> new Underway();
            case "requires_action" -> new ActionNeeded(url(intent));
            case "canceled" -> new Declined(StripeDeclines.of(intent.getLastPaymentError()));
            default -> throw new StripeTrouble("an intent that is " + intent.getStatus());
        };
    }

    /** Nothing is believed that is not about this charge. */
    static void check(PaymentIntent intent, String reference) {
        if (!reference.equals(intent.getId()) || intent.getStatus() == null) {
            throw new StripeTrouble("not the intent that was asked about");
        }
    }

    private static ChargeOutcome succeeded(PaymentIntent intent) {
        var amount = intent.getAmount();
        if (amount == null || !amount.equals(intent.getAmountReceived())) {
            throw new StripeTrouble("succeeded without the whole amount");
        }
        return new Succeeded(fee(intent), kept(intent));
    }

    /** What Stripe keeps; zero where it does not say yet, or says so in another currency. */
    private static Money fee(PaymentIntent intent) {
        var zero = Money.zero(StripeMoney.unit(intent.getCurrency()));
        var charge = intent.getLatestChargeObject();
        var booked = charge == null ? null : charge.getBalanceTransactionObject();
        return booked == null || booked.getFee() == null || booked.getFee() < 0
                ? zero
                : sameCurrency(booked, intent)
                        ? StripeMoney.money(booked.getFee(), booked.getCurrency())
                        : zero;
    }

    private static boolean sameCurrency(BalanceTransaction booked, PaymentIntent intent) {
        return intent.getCurrency().equals(booked.getCurrency());
    }

    private static @Nullable RememberedMethod kept(PaymentIntent intent) {
        return "off_session".equals(intent.getSetupFutureUsage())
                ? StripeCard.of(intent.getPaymentMethodObject())
                        .map(StripeCard::remembered)
                        .orElse(null)
                : null;
    }

    private static String url(PaymentIntent intent) {
        var next = intent.getNextAction();
        var redirect = next == null ? null : next.getRedirectToUrl();
        if (redirect == null || redirect.getUrl() == null) {
            throw new StripeTrouble("an action that is not a page");
        }
        return redirect.getUrl();
    }
}
