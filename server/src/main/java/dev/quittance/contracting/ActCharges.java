package dev.quittance.contracting;

import static java.util.Objects.requireNonNull;

import dev.quittance.contracting.DraftCharge.Asked;
import dev.quittance.contracting.DraftPayments.Wish;
import dev.quittance.contracting.StepQuotes.Quoted;
import dev.quittance.contracting.Stepping.Ask;
import dev.quittance.methods.PaymentMethod;
import dev.quittance.platform.Caller;
import dev.quittance.platform.JsonText;
import dev.quittance.platform.Refused;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Begins to charge what a contact, or a client acting for a customer, asks for and what costs money
 * by card: it is done with the success only. What staff do is posted first and collected after.
 */
@Component
class ActCharges {
    private final TrialMethods methods;
    private final DraftPayments payments;

    ActCharges(TrialMethods methods, DraftPayments payments) {
        this.methods = methods;
        this.payments = payments;
    }

    /** The amounts that were shown: exactly these are charged, and exactly these are billed. */
    private record Shown(
            List<QuoteLine> lines,
            Money net,
            Money tax,
            Money rounding,
            Money total,
            LocalDate actsOn) {}

    static String shown(SubscriptionQuote quote) {
        return JsonText.write(
                new Shown(
                        quote.lines(),
                        quote.net(),
                        quote.tax(),
                        quote.rounding(),
                        quote.total(),
                        quote.actsOn()));
    }

    /**
     * The payment that was begun; empty where nothing is charged first. The customer is locked.
     * Refuses while something else of the subscription is being charged first.
     */
    Mono<UUID> begin(Ask ask, Quoted quoted) {
        return Caller.current()
                .filter(caller -> caller.customer() != null && costs(ask, quoted))
                .flatMap(
                        caller ->
                                methods.of(quoted.step().before())
                                        .delayUntil(_ -> refuseTwo(ask.subscription()))
                                        .flatMap(method -> begin(ask, quoted, caller, method)));
    }

    private static boolean costs(Ask ask, Quoted quoted) {
        return ask.charged() != null
                && quoted.step().now()
                && quoted.invoice().isPresent()
                && quoted.quote().total().isPositive();
    }

    private Mono<UUID> begin(Ask ask, Quoted quoted, Caller caller, PaymentMethod method) {
        var asked =
                new Asked(
                        quoted.days().today(),
                        JsonText.write(ask.wish()),
                        caller,
                        shown(quoted.quote()),
                        quoted.days().at());
        return payments.begin(
                new Wish(
                        quoted.step().before().customer(),
                        ask.subscription(),
                        requireNonNull(ask.charged()),
                        quoted.quote().total(),
                        quoted.days().issueOn(),
                        true,
                        asked),
                method);
    }

    private Mono<Void> refuseTwo(UUID subscription) {
        return payments.underWay(subscription)
                .flatMap(_ -> Mono.error(new Refused(new ActBeingCharged())));
    }
}
