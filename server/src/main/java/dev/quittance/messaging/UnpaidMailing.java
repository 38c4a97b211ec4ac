package dev.quittance.messaging;

import dev.quittance.collection.DunningEnded;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Tells the customer that an invoice is not tried any more, and what that means. */
@Component
class UnpaidMailing extends Mailing<DunningEnded> {
    private final CollectionFacts facts;

    UnpaidMailing(CollectionFacts facts, Desk desk) {
        super(DunningEnded.class, desk);
        this.facts = facts;
    }

    @Override
    Flux<NewMail> mails(List<DunningEnded> events, Letters letters) {
        return facts.unpaid(events.stream().map(DunningEnded::invoice).toList())
                .map(
                        fact ->
                                new NewMail(
                                        "dunning-ended:" + fact.occasion(),
                                        fact.recipients(),
                                        new CollectionLetters(letters.in(fact.locale()))
                                                .unpaid(fact.told()),
                                        null,
                                        fact.customer(),
                                        fact.invoice(),
                                        null));
    }
}
