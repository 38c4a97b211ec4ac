package dev.quittance.messaging;

import dev.quittance.documents.DocumentKind;
import dev.quittance.messaging.MailFacts.ReceiptFacts;
import dev.quittance.organization.Organization;
import dev.quittance.organization.Organizations;
import dev.quittance.payments.PaymentReceived;
import dev.quittance.platform.Listener;
import dev.quittance.platform.Settings;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Mails a receipt for each payment, and tells the merchant of those that customers made online. */
@Component
class ReceiptMailing implements Listener<PaymentReceived> {
    private final MailFacts facts;
    private final Mails mails;
    private final Organizations organizations;
    private final Settings settings;

    ReceiptMailing(MailFacts facts, Mails mails, Organizations organizations, Settings settings) {
        this.facts = facts;
        this.mails = mails;
        this.organizations = organizations;
        this.settings = settings;
    }

    @Override
    public Class<PaymentReceived> event() {
        return PaymentReceived.class;
    }

    @Override
    public Mono<Void> on(PaymentReceived received) {
        return Mono.zip(facts.receipt(received.payment()), organizations.current())
                .flatMap(
                        t ->
                                thank(received.payment(), t.getT1(), t.getT2())
                                        .then(tell(received.payment(), t.getT1(), t.getT2())));
    }

    private Mono<Void> thank(UUID payment, ReceiptFacts found, Organization merchant) {
        return mails.write(
                new NewMail(
                        "payment-received:" + payment,
                        found.recipients(),
                        Letters.of(merchant.name(), settings)
                                .in(found.locale())
                                .receipt(found.receipt()),
                        null,
                        found.customer(),
                        null,
                        new Enclosure(DocumentKind.RECEIPT, payment)));
    }

    private Mono<Void> tell(UUID payment, ReceiptFacts found, Organization merchant) {
        return mails.write(
                new NewMail(
                        "payment-notice:" + payment,
                        found.online() ? List.of(merchant.email()) : List.of(),
                        Letters.of(merchant.name(), settings).paymentNotice(found.receipt()),
                        null,
                        found.customer(),
                        null,
                        null));
    }
}
