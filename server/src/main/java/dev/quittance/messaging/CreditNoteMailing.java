package dev.quittance.messaging;

import dev.quittance.documents.DocumentKind;
import dev.quittance.invoicing.CreditNotePosted;
import dev.quittance.messaging.MailFacts.CreditFacts;
import dev.quittance.organization.Organizations;
import dev.quittance.platform.Listener;
import dev.quittance.platform.Settings;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Mails each credit note and cancellation with its PDF, unless it was chosen not to. */
@Component
class CreditNoteMailing implements Listener<CreditNotePosted> {
    private final MailFacts facts;
    private final Mails mails;
    private final Organizations organizations;
    private final Settings settings;

    CreditNoteMailing(
            MailFacts facts, Mails mails, Organizations organizations, Settings settings) {
        this.facts = facts;
        this.mails = mails;
        this.organizations = organizations;
        this.settings = settings;
    }

    @Override
    public Class<CreditNotePosted> event() {
        return CreditNotePosted.class;
    }

    @Override
    public Mono<Void> on(CreditNotePosted posted) {
        return facts.credit(posted.creditNote())
                .filter(found -> !found.recipients().isEmpty() && wanted(posted, found))
                .zipWith(organizations.current())
                .flatMap(
                        both ->
                                mails.write(
                                        mail(
                                                posted,
                                                both.getT1(),
                                                Letters.of(both.getT2().name(), settings))));
    }

    private static boolean wanted(CreditNotePosted posted, CreditFacts found) {
        return posted.mail() == null ? !found.credit().total().isZero() : posted.mail();
    }

    private static NewMail mail(CreditNotePosted posted, CreditFacts found, Letters letters) {
        return new NewMail(
                "credit-note-posted:" + posted.creditNote(),
                found.recipients(),
                letters.in(found.locale()).creditNote(found.credit()),
                null,
                found.customer(),
                posted.invoice(),
                new Enclosure(
                        found.credit().cancels()
                                ? DocumentKind.CANCELLATION
                                : DocumentKind.CREDIT_NOTE,
                        posted.creditNote()));
    }
}
