package dev.quittance.collection;

import dev.quittance.collection.PayInvoicesResult.NothingDue;
import dev.quittance.collection.PayInvoicesResult.PaymentQuoteStale;
import dev.quittance.invoicing.Invoices;
import dev.quittance.payments.FreeCredit;
import dev.quittance.platform.BusinessClock;
import dev.quittance.platform.MoneyInput;
import dev.quittance.platform.QuoteTokens;
import dev.quittance.platform.Refused;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
    private final PaidParts parts;

    PaymentQuotes(
            PayableInvoices payable,
            FreeCredit credit,
            Invoices invoices,
            BusinessClock clock,
            QuoteTokens tokens,
            PaidParts parts) {
        this.payable = payable;
        this.credit = credit;
        this.invoices = invoices;
        this.clock = clock;
        this.tokens = tokens;
        this.parts = parts;
    }

    /**
     * @param amount all that is due when left out
     */
    Mono<PaymentQuote> preview(List<UUID> ids, @Nullable MoneyInput amount) {
        return payable.read(ids).flatMap(billed -> terms(billed, amount)).flatMap(this::quote);
    }

    Mono<PaymentTerms> terms(Billed billed, @Nullable MoneyInput amount) {
        return Mono.zip(
                        credit.of(billed.customer(), billed.currency()),
                        clock.today(),
                        parts.of(billed, amount))
                .map(now -> PaymentTerms.of(billed, now.getT3(), now.getT1(), now.getT2()));
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
                                        terms.stillDue(),
                                        tokens.issue(terms.facts(), Instant.now())));
    }
}
