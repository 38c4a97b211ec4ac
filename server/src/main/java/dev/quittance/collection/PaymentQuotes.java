package dev.quittance.collection;

import dev.quittance.collection.PayInvoicesResult.NothingDue;
import dev.quittance.collection.PayInvoicesResult.PaymentQuoteStale;
import dev.quittance.invoicing.Invoices;
import dev.quittance.platform.BusinessClock;
import dev.quittance.platform.Refused;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** What paying will take: shown first, and held to by the act. */
@Service
class PaymentQuotes {
    private final PayableInvoices payable;
    private final FreeCredit credit;
    private final Invoices invoices;
    private final BusinessClock clock;
    private final QuoteTokens tokens;

    PaymentQuotes(
            PayableInvoices payable,
            FreeCredit credit,
            Invoices invoices,
            BusinessClock clock,
            QuoteTokens tokens) {
        this.payable = payable;
        this.credit = credit;
        this.invoices = invoices;
        this.clock = clock;
        this.tokens = tokens;
    }

    Mono<PaymentQuote> preview(List<UUID> ids) {
        return payable.read(ids).flatMap(this::terms).flatMap(this::quote);
    }

    Mono<PaymentTerms> terms(Billed billed) {
        return Mono.zip(credit.of(billed.customer(), billed.currency()), clock.today())
                .map(now -> PaymentTerms.of(billed, now.getT1(), now.getT2()));
    }

    /** The same terms as were shown, or a refusal that shows them anew. */
    Mono<PaymentTerms> hold(PaymentTerms terms, String token) {
        if (terms.nothingDue()) {
            return Mono.error(new Refused(new NothingDue()));
        }
        return tokens.holds(token, terms.facts(), Instant.now())
                ? Mono.just(terms)
                : quote(terms)
                        .flatMap(fresh -> Mono.error(new Refused(new PaymentQuoteStale(fresh))));
    }

    private Mono<PaymentQuote> quote(PaymentTerms terms) {
        return invoices.byIds(terms.targets())
                .map(
                        found ->
                                new PaymentQuote(
                                        terms.targets().stream().map(found::get).toList(),
                                        terms.due(),
                                        terms.creditUsed(),
                                        terms.toCharge(),
                                        tokens.issue(terms.facts(), Instant.now())));
    }
}
