package dev.quittance.payments.stripe;

import com.stripe.exception.CardException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.model.SetupIntent;
import com.stripe.param.SetupIntentCreateParams;
import com.stripe.param.SetupIntentCreateParams.Usage;
import com.stripe.param.SetupIntentRetrieveParams;
import dev.quittance.payments.SetupOrder;
import dev.quittance.payments.SetupOutcome;
import dev.quittance.payments.SetupOutcome.ConfirmationNeeded;
import dev.quittance.payments.SetupOutcome.Remembered;
import dev.quittance.payments.SetupOutcome.SetupRefused;
import reactor.core.publisher.Mono;

/** How Stripe comes to remember cards, and forgets them: by SetupIntents, which take no money. */
class StripeSetups {
    private static final String EXPANDED = "payment_method";

    private final StripeCalls calls;
    private final StripeCustomers customers;
    private final String returnUrl;

    StripeSetups(StripeCalls calls, StripeCustomers customers, String returnUrl) {
        this.calls = calls;
        this.customers = customers;
        this.returnUrl = returnUrl;
    }

    /** What a card is called; empty for a token that stands for none. */
    Mono<String> label(String token) {
        return token.startsWith(StripeCard.PREFIX)
                ? calls.ask(stripe -> stripe.paymentMethods().retrieve(token))
                        .flatMap(method -> Mono.justOrEmpty(StripeCard.of(method)))
                        .map(StripeCard::label)
                        .onErrorResume(InvalidRequestException.class, _ -> Mono.empty())
                : Mono.empty();
    }

    Mono<SetupOutcome> setUp(SetupOrder order) {
        return customers.reference(order.customer()).flatMap(payer -> setUp(order, payer));
    }

    private Mono<SetupOutcome> setUp(SetupOrder order, String payer) {
        var params =
                SetupIntentCreateParams.builder()
                        .setCustomer(payer)
                        .setPaymentMethod(order.cardToken())
                        .addPaymentMethodType("card")
                        .setUsage(Usage.OFF_SESSION)
                        .setReturnUrl(returnUrl)
                        .setConfirm(true)
                        .addExpand(EXPANDED)
                        .build();
        return calls.ask(
                        stripe ->
                                stripe.setupIntents().create(params, StripeCalls.once(order.key())))
                .map(StripeSetups::outcome)
                .onErrorResume(
                        CardException.class,
                        fault ->
                                Mono.just(
                                        new SetupRefused(
                                                StripeDeclines.of(fault.getStripeError()))))
                .onErrorResume(InvalidRequestException.class, StripeSetups::refused);
    }

    Mono<SetupOutcome> retrieve(String reference) {
        var params = SetupIntentRetrieveParams.builder().addExpand(EXPANDED).build();
        return calls.ask(stripe -> stripe.setupIntents().retrieve(reference, params))
                .map(
                        intent -> {
                            if (!reference.equals(intent.getId())) {
                                throw new StripeTrouble("not the set-up that was asked about");
                            }
                            return outcome(intent);
                        });
    }

    Mono<Void> forget(String method) {
        return calls.ask(stripe -> stripe.paymentMethods().detach(method))
                .then()
                .onErrorResume(InvalidRequestException.class, fault -> gone(method, fault));
    }

    /** What belongs to nobody, or is not there at all, is forgotten. */
    private Mono<Void> gone(String method, InvalidRequestException fault) {
        return calls.ask(stripe -> stripe.paymentMethods().retrieve(method))
                .filter(found -> found.getCustomer() != null)
                .flatMap(_ -> Mono.<Void>error(new StripeTrouble(fault)))
                .onErrorResume(InvalidRequestException.class, _ -> Mono.empty());
    }

    private static SetupOutcome outcome(SetupIntent intent) {
        return switch (intent.getStatus()) {
            case "succeeded" ->
                    StripeCard.of(intent.getPaymentMethodObject())
                            .<SetupOutcome>map(card -> new Remembered(card.remembered()))
                            .orElseThrow(() -> new StripeTrouble("remembered no card"));
            case "requires_action" -> new ConfirmationNeeded(intent.getId(), url(intent));
            case "requires_payment_method", "canceled" ->
                    new SetupRefused(StripeDeclines.of(intent.getLastSetupError()));
            default -> throw new StripeTrouble("a set-up that is " + intent.getStatus());
        };
    }

    private static Mono<SetupOutcome> refused(InvalidRequestException fault) {
        return StripeDeclines.ofRefusal(fault.getStripeError())
                .<Mono<SetupOutcome>>map(decline -> Mono.just(new SetupRefused(decline)))
                .orElseGet(() -> Mono.error(new StripeTrouble(fault)));
    }

    private static String url(SetupIntent intent) {
        var next = intent.getNextAction();
        var redirect = next == null ? null : next.getRedirectToUrl();
        if (redirect == null || redirect.getUrl() == null) {
            throw new StripeTrouble("an action that is not a page");
        }
        return redirect.getUrl();
    }
}
