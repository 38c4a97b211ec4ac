package dev.quittance.messaging;

import dev.quittance.contracting.TrialConfirmationNeeded;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Asks payers to confirm the first payment after a trial with their bank. */
@Component
class TrialConfirmationMailing extends Mailing<TrialConfirmationNeeded> {
    private final DraftChargeFacts facts;

    TrialConfirmationMailing(DraftChargeFacts facts, Desk desk) {
        super(TrialConfirmationNeeded.class, desk);
        this.facts = facts;
    }

    @Override
    Flux<NewMail> mails(List<TrialConfirmationNeeded> events, Letters letters) {
        return Flux.fromIterable(events).concatMap(event -> mail(event, letters));
    }

    private Mono<NewMail> mail(TrialConfirmationNeeded event, Letters letters) {
        return facts.of(event.subscription(), event.payment())
                .map(
                        found ->
                                new NewMail(
                                        "trial-confirmation:" + event.payment(),
                                        found.recipients(),
                                        new DraftChargeLetters(letters.in(found.locale()))
                                                .confirm(found.tried()),
                                        null,
                                        found.customer(),
                                        null,
                                        null));
    }
}
