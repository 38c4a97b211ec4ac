package dev.quittance.messaging;

import dev.quittance.contracting.ActUnconfirmed;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tells who asked for something that it was not done, since its payment was not confirmed. */
@Component
class ActUnconfirmedMailing extends Mailing<ActUnconfirmed> {
    private final DraftChargeFacts facts;

    ActUnconfirmedMailing(DraftChargeFacts facts, Desk desk) {
        super(ActUnconfirmed.class, desk);
        this.facts = facts;
    }

    @Override
    Flux<NewMail> mails(List<ActUnconfirmed> events, Letters letters) {
        return Flux.fromIterable(events).concatMap(event -> mail(event, letters));
    }

    private Mono<NewMail> mail(ActUnconfirmed event, Letters letters) {
        return Mono.zip(
                facts.of(event.subscription(), event.payment()),
                facts.addresses(event.contact()),
                (found, addresses) ->
                        new NewMail(
                                "act-unconfirmed:" + event.payment(),
                                found.active() ? addresses : List.of(),
                                new DraftChargeLetters(letters.in(found.locale()))
                                        .unconfirmed(found.tried()),
                                null,
                                found.customer(),
                                null,
                                null));
    }
}
