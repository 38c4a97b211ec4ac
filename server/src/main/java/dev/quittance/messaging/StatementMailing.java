package dev.quittance.messaging;

import dev.quittance.documents.DocumentKind;
import dev.quittance.messaging.MailFacts.StatementFacts;
import dev.quittance.organization.Organizations;
import dev.quittance.platform.Listener;
import dev.quittance.platform.Settings;
import dev.quittance.statements.StatementMade;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Mails statements of account with their PDF. */
@Component
class StatementMailing implements Listener<StatementMade> {
    private final MailFacts facts;
    private final Mails mails;
    private final Organizations organizations;
    private final Settings settings;

    StatementMailing(MailFacts facts, Mails mails, Organizations organizations, Settings settings) {
        this.facts = facts;
        this.mails = mails;
        this.organizations = organizations;
        this.settings = settings;
    }

    @Override
    public Class<StatementMade> event() {
        return StatementMade.class;
    }

    @Override
    public Mono<Void> on(StatementMade made) {
        return onAll(List.of(made));
    }

    @Override
    public Mono<Void> onAll(List<StatementMade> made) {
        return organizations
                .current()
                .map(merchant -> Letters.of(merchant.name(), settings))
                .flatMap(
                        letters ->
                                facts.statements(
                                                made.stream()
                                                        .map(StatementMade::statement)
                                                        .toList())
                                        .map(found -> mail(found, letters))
                                        .collectList())
                .flatMap(mails::write);
    }

    private static NewMail mail(StatementFacts found, Letters letters) {
        return new NewMail(
                "statement:" + found.statement(),
                found.recipients(),
                found.letter().written(letters.in(found.locale())),
                null,
                found.customer(),
                null,
                new Enclosure(DocumentKind.STATEMENT, found.statement()));
    }
}
