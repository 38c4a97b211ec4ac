package dev.quittance.payments;

import dev.quittance.platform.Refused;
import dev.quittance.platform.Traced;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Posts what is charged before it is billed, or gives it up, through whoever began it. */
@Component
class PaidDrafts {
    private static final Logger LOG = LoggerFactory.getLogger(PaidDrafts.class);

    private final ObjectProvider<PaidDraft> drafts;

    PaidDrafts(ObjectProvider<PaidDraft> drafts) {
        this.drafts = drafts;
    }

    /** The invoices that were posted; {@link DraftUnpostable} where that can't be. */
    Mono<List<UUID>> post(Payment payment) {
        return Flux.fromStream(drafts::orderedStream)
                .concatMap(draft -> draft.post(payment))
                .concatMapIterable(invoices -> invoices)
                .collectList()
                .onErrorMap(fault -> !passes(fault), DraftUnpostable::new);
    }

    /** What {@code payment} was begun for is not posted any more. */
    Mono<Void> giveUp(UUID payment, DraftUnpostable fault) {
        return Flux.fromStream(drafts::orderedStream)
                .concatMap(draft -> draft.giveUp(payment, reason(payment, fault.fault())))
                .then();
    }

    /** Faults of the moment: another try may not meet them. */
    private static boolean passes(Throwable fault) {
        return fault instanceof DataAccessResourceFailureException
                || fault instanceof TransientDataAccessException
                || fault instanceof TransactionException;
    }

    private static String reason(UUID payment, Throwable cause) {
        if (cause instanceof Refused refused) {
            return refused.problem().message();
        }
        LOG.error("What payment {} was for can't be posted: {}", payment, Traced.of(cause));
        return "It could not be posted; the log tells more under payment %s.".formatted(payment);
    }
}
