package dev.quittance.messaging;

import dev.quittance.collection.Reminded;
import dev.quittance.documents.DocumentKind;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Reminds the customer of an invoice that nobody charges, with its PDF. */
@Component
class ReminderMailing extends Mailing<Reminded> {
    private final CollectionFacts facts;

    ReminderMailing(CollectionFacts facts, Desk desk) {
        super(Reminded.class, desk);
        this.facts = facts;
    }

    @Override
    Flux<NewMail> mails(List<Reminded> events, Letters letters) {
        return facts.reminded(events.stream().map(Reminded::reminder).toList())
                .map(
                        fact ->
                                new NewMail(
                                        "reminder:" + fact.occasion(),
                                        fact.recipients(),
                                        new CollectionLetters(letters.in(fact.locale()))
                                                .reminder(fact.told()),
                                        null,
                                        fact.customer(),
                                        fact.invoice(),
                                        new Enclosure(DocumentKind.INVOICE, fact.invoice())));
    }
}
