package dev.quittance.messaging;

import dev.quittance.messaging.Letter.Action;
import dev.quittance.methods.MethodExpiring;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Warns customers of a payment method that expires. */
@Component
class ExpiryMailing extends Mailing<MethodExpiring> {
    private final ExpiryFacts facts;

    ExpiryMailing(ExpiryFacts facts, Desk desk) {
        super(MethodExpiring.class, desk);
        this.facts = facts;
    }

    @Override
    Flux<NewMail> mails(List<MethodExpiring> events, Letters letters) {
        return facts.of(events)
                .map(
                        fact ->
                                new NewMail(
                                        "method-expiring:%s:%s"
                                                .formatted(fact.method(), fact.expiresOn()),
                                        fact.recipients(),
                                        letter(fact, letters.in(fact.locale())),
                                        null,
                                        fact.customer(),
                                        null,
                                        null));
    }

    private static Letter letter(ExpiryFacts.Fact fact, Letters letters) {
        var words = letters.words();
        var day = words.day(fact.expiresOn());
        return letters.letter(
                words.say("expiry.subject", fact.label(), day),
                List.of(
                        letters.hello(fact.name()),
                        words.say("expiry.what", fact.label(), letters.merchant(), day),
                        fact.plans().isEmpty()
                                ? words.say("expiry.replace")
                                : words.say("expiry.charged", String.join(", ", fact.plans()))),
                new Action(words.say("expiry.action"), letters.portal("/account/payment-methods")));
    }
}
