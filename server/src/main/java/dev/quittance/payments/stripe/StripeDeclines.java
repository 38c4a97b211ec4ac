package dev.quittance.payments.stripe;

import com.stripe.model.StripeError;
import dev.quittance.payments.Decline;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What Stripe's codes of declined cards mean to the payer, and whether another try makes sense.
 * Source: docs.stripe.com/declines/codes and docs.stripe.com/error-codes.
 */
final class StripeDeclines {
    private static final Map<String, Decline> BY_CODE =
            Map.ofEntries(
                    Map.entry("insufficient_funds", Decline.INSUFFICIENT_FUNDS),
                    Map.entry("card_velocity_exceeded", Decline.INSUFFICIENT_FUNDS),
                    Map.entry("withdrawal_count_limit_exceeded", Decline.INSUFFICIENT_FUNDS),
                    Map.entry("expired_card", Decline.EXPIRED),
                    Map.entry("lost_card", Decline.LOST_OR_STOLEN),
                    Map.entry("stolen_card", Decline.LOST_OR_STOLEN),
                    Map.entry("pickup_card", Decline.LOST_OR_STOLEN),
                    Map.entry("restricted_card", Decline.LOST_OR_STOLEN),
                    Map.entry("fraudulent", Decline.LOST_OR_STOLEN),
                    Map.entry("merchant_blacklist", Decline.LOST_OR_STOLEN),
                    Map.entry("security_violation", Decline.LOST_OR_STOLEN),
                    Map.entry("incorrect_number", Decline.WRONG_DETAILS),
                    Map.entry("invalid_number", Decline.WRONG_DETAILS),
                    Map.entry("incorrect_cvc", Decline.WRONG_DETAILS),
                    Map.entry("invalid_cvc", Decline.WRONG_DETAILS),
                    Map.entry("invalid_expiry_month", Decline.WRONG_DETAILS),
                    Map.entry("invalid_expiry_year", Decline.WRONG_DETAILS),
                    Map.entry("incorrect_zip", Decline.WRONG_DETAILS),
                    Map.entry("invalid_account", Decline.NOT_SUPPORTED),
                    Map.entry("new_account_information_available", Decline.NOT_SUPPORTED),
                    Map.entry("card_not_supported", Decline.NOT_SUPPORTED),
                    Map.entry("currency_not_supported", Decline.NOT_SUPPORTED),
                    Map.entry("not_permitted", Decline.NOT_SUPPORTED),
                    Map.entry("transaction_not_allowed", Decline.NOT_SUPPORTED),
                    Map.entry("service_not_allowed", Decline.NOT_SUPPORTED),
                    Map.entry("testmode_decline", Decline.NOT_SUPPORTED),
                    Map.entry("revocation_of_all_authorizations", Decline.NOT_SUPPORTED),
                    Map.entry("revocation_of_authorization", Decline.NOT_SUPPORTED),
                    Map.entry("stop_payment_order", Decline.NOT_SUPPORTED),
                    Map.entry("issuer_not_available", Decline.BANK_UNREACHABLE),
                    Map.entry("processing_error", Decline.BANK_UNREACHABLE),
                    Map.entry("reenter_transaction", Decline.BANK_UNREACHABLE),
                    Map.entry("try_again_later", Decline.BANK_UNREACHABLE),
                    Map.entry("authentication_required", Decline.CONFIRMATION_NEEDED),
                    Map.entry("offline_pin_required", Decline.CONFIRMATION_NEEDED),
                    Map.entry("online_or_offline_pin_required", Decline.CONFIRMATION_NEEDED),
                    Map.entry(
                            "payment_intent_authentication_failure", Decline.CONFIRMATION_REFUSED),
                    Map.entry("setup_intent_authentication_failure", Decline.CONFIRMATION_REFUSED),
                    Map.entry("authentication_not_handled", Decline.CONFIRMATION_REFUSED),
                    Map.entry("approve_with_id", Decline.REFUSED));

    private static final Set<String> AMOUNT_CODES =
            Set.of("amount_too_small", "amount_too_large", "invalid_charge_amount");

    private StripeDeclines() {}

    /** Why a charge was declined; what only the payer's bank knows is {@link Decline#REFUSED}. */
    static Decline of(@Nullable StripeError error) {
        if (error == null) {
            return Decline.NOT_CONFIRMED;
        }
        return known(error.getDeclineCode())
                .or(() -> known(error.getCode()))
                .orElse(Decline.REFUSED);
    }

    /** Why a request that Stripe refuses will never come to anything; empty if that is not sure. */
    static Optional<Decline> ofRefusal(@Nullable StripeError error) {
        if (error == null) {
            return Optional.empty();
        }
        if (error.getCode() != null && AMOUNT_CODES.contains(error.getCode())) {
            return Optional.of(Decline.AMOUNT_NOT_POSSIBLE);
        }
        return "payment_method".equals(error.getParam())
                ? Optional.of(Decline.UNKNOWN_METHOD)
                : Optional.empty();
    }

    private static Optional<Decline> known(@Nullable String code) {
        return code == null ? Optional.empty() : Optional.ofNullable(BY_CODE.get(code));
    }
}
