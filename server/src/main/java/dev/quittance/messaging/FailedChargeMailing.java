package dev.quittance.messaging;

import dev.quittance.collection.AutoChargeFailed;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Tells the customer of each charge that was declined, and when it is tried again. */
@Component
class FailedChargeMailing extends Mailing<AutoChargeFailed> {
    private final CollectionFacts facts;

    FailedChargeMailing(CollectionFacts facts, Desk desk) {
        super(AutoChargeFailed.class, desk);
        this.facts = facts;
    }

    @Override
    Flux<NewMail> mails(List<AutoChargeFailed> events, Letters letters) {
        return facts.failed(events.stream().map(AutoChargeFailed::payment).toList())
                .map(
                        fact ->
                                new NewMail(
                                        "charge-failed:" + fact.occasion(),
                                        fact.recipients(),
                                        new CollectionLetters(letters.in(fact.locale()))
                                                .failed(fact.told()),
                                        null,
                                        fact.customer(),
                                        fact.invoice(),
                                        null));
    }
}
