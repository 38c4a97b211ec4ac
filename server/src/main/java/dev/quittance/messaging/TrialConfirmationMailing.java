package dev.quittance.messaging;

import dev.quittance.contracting.TrialConfirmationNeeded;
import dev.quittance.organization.Organizations;
import dev.quittance.platform.Listener;
import dev.quittance.platform.Settings;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Asks payers to confirm the first payment after a trial with their bank. */
@Component
class TrialConfirmationMailing implements Listener<TrialConfirmationNeeded> {
    private final TrialFacts facts;
    private final Mails mails;
    private final Organizations organizations;
    private final Settings settings;

    TrialConfirmationMailing(
            TrialFacts facts, Mails mails, Organizations organizations, Settings settings) {
        this.facts = facts;
        this.mails = mails;
        this.organizations = organizations;
        this.settings = settings;
    }

    @Override
    public Class<TrialConfirmationNeeded> event() {
        return TrialConfirmationNeeded.class;
    }

    @Override
    public Mono<Void> on(TrialConfirmationNeeded event) {
        return Mono.zip(facts.of(event.subscription(), event.payment()), organizations.current())
                .flatMap(
                        t ->
                                mails.write(
                                        new NewMail(
                                                "trial-confirmation:" + event.payment(),
                                                t.getT1().recipients(),
                                                new TrialLetters(
                                                                Letters.of(
                                                                        t.getT2().name(), settings))
                                                        .confirm(t.getT1().tried()),
                                                null,
                                                t.getT1().customer(),
                                                null,
                                                null)));
    }
}
