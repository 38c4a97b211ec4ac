package dev.quittance.payments.stripe;

import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.BalanceTransaction;
import com.stripe.model.Charge;
import com.stripe.model.Payout;
import com.stripe.param.BalanceTransactionListParams;
import com.stripe.param.PayoutListParams;
import com.stripe.service.V1Services;
import dev.quittance.payments.GatewayPayout;
import dev.quittance.payments.GatewayPayout.Kind;
import dev.quittance.payments.GatewayPayout.Part;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import reactor.core.publisher.Flux;

/**
 * The payouts of Stripe with the balance transactions that each consists of. A payout that someone
 * made by hand at Stripe names none, and is left out.
 */
class StripePayouts {
    private static final long PAGE = 100;
    private static final String SOURCE = "data.source";

    private final StripeCalls calls;

    StripePayouts(StripeCalls calls) {
        this.calls = calls;
    }

    Flux<GatewayPayout> since(LocalDate day) {
        var params =
                PayoutListParams.builder()
                        .setCreated(
                                PayoutListParams.Created.builder()
                                        .setGte(StripeDays.since(day))
                                        .build())
                        .setStatus("paid")
                        .setLimit(PAGE)
                        .build();
        return calls.ask(
                        stripe ->
                                StreamSupport.stream(
                                                stripe.payouts()
                                                        .list(params)
                                                        .autoPagingIterable()
                                                        .spliterator(),
                                                false)
                                        .filter(
                                                payout ->
                                                        Boolean.TRUE.equals(payout.getAutomatic()))
                                        .toList()
                                        .reversed())
                .onErrorMap(InvalidRequestException.class, StripeTrouble::new)
                .flatMapIterable(payouts -> payouts)
                .concatMap(payout -> calls.ask(stripe -> told(payout, parts(stripe, payout))))
                .onErrorMap(InvalidRequestException.class, StripeTrouble::new);
    }

    private static GatewayPayout told(Payout payout, List<BalanceTransaction> booked) {
        return new GatewayPayout(
                payout.getId(),
                StripeDays.day(payout.getCreated()),
                StripeMoney.unit(payout.getCurrency()),
                booked.stream().map(StripePayouts::part).toList());
    }

    private static List<BalanceTransaction> parts(V1Services stripe, Payout payout)
            throws StripeException {
        var params =
                BalanceTransactionListParams.builder()
                        .setPayout(payout.getId())
                        .addExpand(SOURCE)
                        .setLimit(PAGE)
                        .build();
        var all = new ArrayList<BalanceTransaction>();
        stripe.balanceTransactions().list(params).autoPagingIterable().forEach(all::add);
        // The first is the payout itself.
        all.removeIf(booked -> "payout".equals(booked.getReportingCategory()));
        return all;
    }

    /**
     * What a part is about. Of what is none of ours, or was exchanged into another currency, the
     * reference is one that nobody here knows, so that the payout waits for staff.
     */
    private static Part part(BalanceTransaction booked) {
        var unknown = booked.getExchangeRate() != null;
        var reference = unknown ? booked.getId() : booked.getSource();
        return switch (booked.getReportingCategory()) {
            case "charge" -> part(Kind.CHARGE, unknown ? reference : intent(booked), booked);
            case "refund" -> part(Kind.REFUND, reference, booked);
            case "refund_failure" -> part(Kind.REFUND_RETURNED, reference, booked);
            case "dispute" -> part(Kind.DISPUTE, reference, booked);
            case "dispute_reversal" -> part(Kind.DISPUTE_WON, reference, booked);
            default -> part(Kind.CHARGE, booked.getId(), booked);
        };
    }

    private static Part part(Kind kind, String reference, BalanceTransaction booked) {
        return new Part(
                kind,
                reference,
                StripeMoney.money(booked.getAmount(), booked.getCurrency()),
                StripeMoney.money(booked.getFee(), booked.getCurrency()));
    }

    /** We know a charge by its intent. */
    private static String intent(BalanceTransaction booked) {
        return booked.getSourceObject() instanceof Charge charge
                        && charge.getPaymentIntent() != null
                ? charge.getPaymentIntent()
                : booked.getId();
    }
}
