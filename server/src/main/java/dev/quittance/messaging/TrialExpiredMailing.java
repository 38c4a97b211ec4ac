package dev.quittance.messaging;

import dev.quittance.contracting.TrialChargeFailed;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tells customers that a trial has expired because its first payment was declined. */
@Component
class TrialExpiredMailing extends Mailing<TrialChargeFailed> {
    private final DraftChargeFacts facts;

    TrialExpiredMailing(DraftChargeFacts facts, Desk desk) {
        super(TrialChargeFailed.class, desk);
        this.facts = facts;
    }

    @Override
    Flux<NewMail> mails(List<TrialChargeFailed> events, Letters letters) {
        return Flux.fromIterable(events).concatMap(event -> mail(event, letters));
    }

    private Mono<NewMail> mail(TrialChargeFailed event, Letters letters) {
        return facts.of(event.subscription(), event.payment())
                .map(
                        found ->
                                new NewMail(
                                        "trial-expired:" + event.payment(),
                                        found.recipients(),
                                        new DraftChargeLetters(letters.in(found.locale()))
                                                .expired(found.tried()),
                                        null,
                                        found.customer(),
                                        null,
                                        null));
    }
}
