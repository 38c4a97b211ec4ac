package dev.quittance.payments.stripe;

import com.stripe.model.PaymentMethod;
import dev.quittance.payments.RememberedMethod;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What Stripe says of a card. */
record StripeCard(String reference, String brand, String lastFour, LocalDate expiresOn) {
    static final String PREFIX = "pm_";

    private static final Map<String, String> BRANDS =
            Map.of(
                    "visa", "Visa",
                    "mastercard", "Mastercard",
                    "amex", "American Express",
                    "discover", "Discover",
                    "diners", "Diners Club",
                    "jcb", "JCB",
                    "unionpay", "UnionPay",
                    "cartes_bancaires", "Cartes Bancaires",
                    "eftpos_au", "eftpos");

    /** Empty for what is no card. */
    static Optional<StripeCard> of(@Nullable PaymentMethod method) {
        if (method == null || method.getCard() == null) {
            return Optional.empty();
        }
        var card = method.getCard();
        if (card.getLast4() == null || card.getExpYear() == null || card.getExpMonth() == null) {
            throw new StripeTrouble("a card without digits or expiry");
        }
        return Optional.of(
                new StripeCard(
                        method.getId(),
                        brand(card.getBrand()),
                        card.getLast4(),
                        YearMonth.of(card.getExpYear().intValue(), card.getExpMonth().intValue())
                                .atEndOfMonth()));
    }

    /** {@code Visa •••• 4242}. */
    String label() {
        return "%s •••• %s".formatted(brand, lastFour);
    }

    RememberedMethod remembered() {
        return new RememberedMethod(reference, brand, lastFour, expiresOn);
    }

    private static String brand(@Nullable String told) {
        return told == null ? "Card" : BRANDS.getOrDefault(told.toLowerCase(Locale.ROOT), "Card");
    }
}
