package dev.quittance.messaging;

import dev.quittance.documents.DocumentKind;
import dev.quittance.organization.Organizations;
import dev.quittance.payments.RefundSettled;
import dev.quittance.platform.Listener;
import dev.quittance.platform.Settings;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Mails the document of each refund to the customer. */
@Component
class RefundMailing implements Listener<RefundSettled> {
    private final MailFacts facts;
    private final Mails mails;
    private final Organizations organizations;
    private final Settings settings;

    RefundMailing(MailFacts facts, Mails mails, Organizations organizations, Settings settings) {
        this.facts = facts;
        this.mails = mails;
        this.organizations = organizations;
        this.settings = settings;
    }

    @Override
    public Class<RefundSettled> event() {
        return RefundSettled.class;
    }

    @Override
    public Mono<Void> on(RefundSettled settled) {
        return Mono.zip(facts.refund(settled.refund()), organizations.current())
                .flatMap(
                        t ->
                                mails.write(
                                        new NewMail(
                                                "refund:" + settled.refund(),
                                                t.getT1().recipients(),
                                                Letters.of(t.getT2().name(), settings)
                                                        .in(t.getT1().locale())
                                                        .refund(t.getT1().refund()),
                                                null,
                                                t.getT1().customer(),
                                                null,
                                                new Enclosure(
                                                        DocumentKind.REFUND, settled.refund()))));
    }
}
