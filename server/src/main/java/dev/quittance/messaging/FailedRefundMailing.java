package dev.quittance.messaging;

import dev.quittance.organization.Organizations;
import dev.quittance.payments.RefundFailed;
import dev.quittance.platform.Listener;
import dev.quittance.platform.Settings;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells the merchant of refunds that could not be sent. */
@Component
class FailedRefundMailing implements Listener<RefundFailed> {
    private final MailFacts facts;
    private final Mails mails;
    private final Organizations organizations;
    private final Settings settings;

    FailedRefundMailing(
            MailFacts facts, Mails mails, Organizations organizations, Settings settings) {
        this.facts = facts;
        this.mails = mails;
        this.organizations = organizations;
        this.settings = settings;
    }

    @Override
    public Class<RefundFailed> event() {
        return RefundFailed.class;
    }

    @Override
    public Mono<Void> on(RefundFailed failed) {
        return Mono.zip(facts.refund(failed.refund()), organizations.current())
                .flatMap(
                        t ->
                                mails.write(
                                        new NewMail(
                                                "refund-notice:" + failed.refund(),
                                                List.of(t.getT2().email()),
                                                Letters.of(t.getT2().name(), settings)
                                                        .refundNotice(t.getT1().refund()),
                                                null,
                                                t.getT1().customer(),
                                                null,
                                                null)));
    }
}
