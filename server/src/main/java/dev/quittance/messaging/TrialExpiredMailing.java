package dev.quittance.messaging;

import dev.quittance.contracting.TrialChargeFailed;
import dev.quittance.organization.Organizations;
import dev.quittance.platform.Listener;
import dev.quittance.platform.Settings;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells customers that a trial has expired because its first payment was declined. */
@Component
class TrialExpiredMailing implements Listener<TrialChargeFailed> {
    private final TrialFacts facts;
    private final Mails mails;
    private final Organizations organizations;
    private final Settings settings;

    TrialExpiredMailing(
            TrialFacts facts, Mails mails, Organizations organizations, Settings settings) {
        this.facts = facts;
        this.mails = mails;
        this.organizations = organizations;
        this.settings = settings;
    }

    @Override
    public Class<TrialChargeFailed> event() {
        return TrialChargeFailed.class;
    }

    @Override
    public Mono<Void> on(TrialChargeFailed event) {
        return Mono.zip(facts.of(event.subscription(), event.payment()), organizations.current())
                .flatMap(
                        t ->
                                mails.write(
                                        new NewMail(
                                                "trial-expired:" + event.payment(),
                                                t.getT1().recipients(),
                                                new TrialLetters(
                                                                Letters.of(
                                                                        t.getT2().name(), settings))
                                                        .expired(t.getT1().tried()),
                                                null,
                                                t.getT1().customer(),
                                                null,
                                                null)));
    }
}
