package dev.quittance.payments.stripe;

import com.stripe.exception.CardException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.model.PaymentIntent;
import com.stripe.param.PaymentIntentConfirmParams;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PaymentIntentCreateParams.CaptureMethod;
import com.stripe.param.PaymentIntentCreateParams.SetupFutureUsage;
import com.stripe.param.PaymentIntentListParams;
import com.stripe.param.PaymentIntentRetrieveParams;
import dev.quittance.payments.ChargeCreation;
import dev.quittance.payments.ChargeCreation.Created;
import dev.quittance.payments.ChargeCreation.NotCreated;
import dev.quittance.payments.ChargeOrder;
import dev.quittance.payments.ChargeOutcome;
import dev.quittance.payments.ChargeSource.EnteredCard;
import dev.quittance.payments.ChargeSource.KeptMethod;
import dev.quittance.payments.Decline;
import java.time.Duration;
import java.util.stream.StreamSupport;
import reactor.core.publisher.Mono;

/**
 * How Stripe charges: a PaymentIntent is made with the card and confirmed afterwards. An intent
 * takes money once at most, so confirming it needs no key: one that was confirmed, or declined,
 * refuses, and how it stands is read.
 */
class StripeCharging {
    private static final String KEY = "quittance_key";
    private static final Duration CLOCKS_DIFFER = Duration.ofDays(1);
    private static final long PAGE = 100;

    private final StripeCalls calls;
    private final StripeCustomers customers;
    private final String returnUrl;

    StripeCharging(StripeCalls calls, StripeCustomers customers, String returnUrl) {
        this.calls = calls;
        this.customers = customers;
        this.returnUrl = returnUrl;
    }

    Mono<ChargeCreation> create(ChargeOrder order) {
        return Mono.justOrEmpty(StripeMoney.units(order.amount()))
                .flatMap(
                        units ->
                                customers
                                        .reference(order.customer())
                                        .flatMap(payer -> create(order, units, payer)))
                .defaultIfEmpty(new NotCreated(Decline.AMOUNT_NOT_POSSIBLE));
    }

    private Mono<ChargeCreation> create(ChargeOrder order, long units, String payer) {
        var params = params(order, units, payer);
        return calls.ask(
                        stripe ->
                                stripe.paymentIntents()
                                        .create(params, StripeCalls.once(order.key())))
                .<ChargeCreation>map(intent -> new Created(same(intent, order, units)))
                .onErrorResume(InvalidRequestException.class, StripeCharging::notCreated)
                .onErrorResume(
                        CardException.class,
                        fault ->
                                Mono.just(
                                        new NotCreated(StripeDeclines.of(fault.getStripeError()))));
    }

    /**
     * The customer's intents bear our keys, also when Stripe has forgotten what it did for them.
     */
    Mono<String> find(ChargeOrder order) {
        var since = order.plannedAt().minus(CLOCKS_DIFFER).getEpochSecond();
        return customers
                .known(order.customer())
                .flatMap(
                        payer ->
                                calls.ask(
                                        stripe -> {
                                            var params =
                                                    PaymentIntentListParams.builder()
                                                            .setCustomer(payer)
                                                            .setCreated(created(since))
                                                            .setLimit(PAGE)
                                                            .build();
                                            return stream(
                                                            stripe.paymentIntents()
                                                                    .list(params)
                                                                    .autoPagingIterable())
                                                    .filter(intent -> hasKey(intent, order))
                                                    .map(PaymentIntent::getId)
                                                    .findFirst();
                                        }))
                .flatMap(Mono::justOrEmpty);
    }

    Mono<ChargeOutcome> confirm(ChargeOrder order, String reference) {
        var params = PaymentIntentConfirmParams.builder().addAllExpand(StripeOutcome.EXPANDED);
        switch (order.source()) {
            case KeptMethod(var _, var present) when !present -> params.setOffSession(true);
            case KeptMethod _, EnteredCard _ -> params.setReturnUrl(returnUrl);
        }
        return calls.ask(stripe -> stripe.paymentIntents().confirm(reference, params.build()))
                .flatMap(intent -> outcome(reference, intent))
                .onErrorResume(CardException.class, _ -> retrieve(reference))
                .onErrorResume(InvalidRequestException.class, _ -> retrieve(reference));
    }

    Mono<ChargeOutcome> retrieve(String reference) {
        return read(reference).flatMap(intent -> outcome(reference, intent));
    }

    /** What can't be given up any more answers how it stands. */
    Mono<ChargeOutcome> abandon(String reference) {
        return cancel(reference)
                .onErrorResume(InvalidRequestException.class, _ -> read(reference))
                .flatMap(intent -> outcome(reference, intent));
    }

    private Mono<ChargeOutcome> outcome(String reference, PaymentIntent intent) {
        StripeOutcome.check(intent, reference);
        // After a decline it could be confirmed anew with another card; what is declined stays so.
        return StripeOutcome.declined(intent)
                ? abandonDeclined(reference, StripeDeclines.of(intent.getLastPaymentError()))
                : Mono.fromCallable(() -> StripeOutcome.of(intent));
    }

    private Mono<ChargeOutcome> abandonDeclined(String reference, Decline decline) {
        return cancel(reference)
                .onErrorResume(InvalidRequestException.class, _ -> read(reference))
                .map(
                        intent -> {
                            if (!StripeOutcome.canceled(intent)) {
                                throw new StripeTrouble("declined, then " + intent.getStatus());
                            }
                            return new ChargeOutcome.Declined(decline);
                        });
    }

    private Mono<PaymentIntent> cancel(String reference) {
        return calls.ask(stripe -> stripe.paymentIntents().cancel(reference));
    }

    private Mono<PaymentIntent> read(String reference) {
        var params =
                PaymentIntentRetrieveParams.builder().addAllExpand(StripeOutcome.EXPANDED).build();
        return calls.ask(stripe -> stripe.paymentIntents().retrieve(reference, params))
                .onErrorMap(InvalidRequestException.class, StripeTrouble::new);
    }

    private static PaymentIntentCreateParams params(ChargeOrder order, long units, String payer) {
        var params =
                PaymentIntentCreateParams.builder()
                        .setAmount(units)
                        .setCurrency(StripeMoney.code(order.amount().getCurrencyUnit()))
                        .setCustomer(payer)
                        .addPaymentMethodType("card")
                        .setCaptureMethod(CaptureMethod.AUTOMATIC)
                        .setDescription(order.description())
                        .putMetadata(KEY, order.key());
        switch (order.source()) {
            case EnteredCard(var token, var keep) -> {
                params.setPaymentMethod(token);
                if (keep) {
                    params.setSetupFutureUsage(SetupFutureUsage.OFF_SESSION);
                }
            }
            case KeptMethod(var method, var _) -> params.setPaymentMethod(method);
        }
        return params.build();
    }

    private static Mono<ChargeCreation> notCreated(InvalidRequestException fault) {
        return StripeDeclines.ofRefusal(fault.getStripeError())
                .<Mono<ChargeCreation>>map(decline -> Mono.just(new NotCreated(decline)))
                .orElseGet(() -> Mono.error(new StripeTrouble(fault)));
    }

    private static String same(PaymentIntent intent, ChargeOrder order, long units) {
        if (intent.getId() == null
                || !hasKey(intent, order)
                || intent.getAmount() == null
                || intent.getAmount() != units) {
            throw new StripeTrouble("another intent than was asked for");
        }
        return intent.getId();
    }

    private static boolean hasKey(PaymentIntent intent, ChargeOrder order) {
        return intent.getMetadata() != null && order.key().equals(intent.getMetadata().get(KEY));
    }

    private static PaymentIntentListParams.Created created(long since) {
        return PaymentIntentListParams.Created.builder().setGte(since).build();
    }

    private static <T> java.util.stream.Stream<T> stream(Iterable<T> pages) {
        return StreamSupport.stream(pages.spliterator(), false);
    }
}
