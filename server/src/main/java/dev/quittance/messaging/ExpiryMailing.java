package dev.quittance.messaging;

import dev.quittance.messaging.Letter.Action;
import dev.quittance.methods.MethodExpiring;
import java.util.ArrayList;
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
                                        letter(fact, letters),
                                        null,
                                        fact.customer(),
                                        null,
                                        null));
    }

    private static Letter letter(ExpiryFacts.Fact fact, Letters letters) {
        var paragraphs = new ArrayList<String>();
        paragraphs.add(Letters.hello(fact.name()));
        paragraphs.add(
                "%s, with which you pay %s, expires on %s."
                        .formatted(
                                fact.label(),
                                letters.merchant(),
                                Letters.DAY.format(fact.expiresOn())));
        if (!fact.plans().isEmpty()) {
            paragraphs.add(
                    "It is charged by itself for %s. Please replace it in the portal before then, so that nothing stays unpaid."
                            .formatted(String.join(", ", fact.plans())));
        } else {
            paragraphs.add("You can replace it in the portal.");
        }
        return new Letter(
                letters.merchant(),
                "%s expires on %s".formatted(fact.label(), Letters.DAY.format(fact.expiresOn())),
                paragraphs,
                new Action("Replace it in the portal", letters.portal("/account/payment-methods")));
    }
}
