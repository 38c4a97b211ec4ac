package dev.quittance.messaging;

import dev.quittance.platform.Caller;
import dev.quittance.platform.Change;
import dev.quittance.platform.Changes;
import dev.quittance.platform.Idempotency;
import dev.quittance.platform.Page;
import graphql.relay.Connection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Controller
class MailController {
    private final Mails mails;
    private final InvoiceEmails emails;
    private final Idempotency idempotency;
    private final Changes changes;

    MailController(Mails mails, InvoiceEmails emails, Idempotency idempotency, Changes changes) {
        this.mails = mails;
        this.emails = emails;
        this.idempotency = idempotency;
        this.changes = changes;
    }

    record MailFilter(
            @Nullable MailStatus status, @Nullable String search, @Nullable UUID customerId) {}

    record EmailInvoiceInput(UUID invoiceId, @Nullable List<String> to, String idempotencyKey) {}

    @QueryMapping
    Mono<Connection<Mail>> mails(
            @Argument @Nullable MailFilter filter,
            @Argument int first,
            @Argument @Nullable String after) {
        var wanted =
                filter == null
                        ? new MailRepository.Wanted(null, null, null)
                        : new MailRepository.Wanted(
                                filter.status(), filter.search(), filter.customerId());
        return mails.page(wanted, Page.of(first, after));
    }

    @QueryMapping
    Mono<Mail> mail(@Argument UUID id) {
        return mails.get(id);
    }

    @MutationMapping
    Mono<EmailInvoice> emailInvoice(@Argument EmailInvoiceInput input) {
        return idempotency.once(
                "emailInvoice",
                input.idempotencyKey(),
                input,
                EmailInvoice.class,
                () -> emails.mail(input.invoiceId(), input.to()));
    }

    record RetryMailInput(UUID id) {}

    @MutationMapping
    Mono<MailRetry> retryMail(@Argument RetryMailInput input) {
        return mails.retry(input.id());
    }

    @SubscriptionMapping
    Flux<Change> mailChanged(@ContextValue Caller caller) {
        return changes.stream("MAIL", caller);
    }
}
