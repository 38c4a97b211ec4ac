package dev.quittance.collection;

import dev.quittance.collection.InvoicePayments.Begun;
import dev.quittance.payments.AllocationPlan;
import dev.quittance.payments.Allocations;
import dev.quittance.payments.Charges;
import dev.quittance.payments.NewPayment;
import dev.quittance.payments.PaymentMethodKind;
import dev.quittance.platform.Amounts;
import dev.quittance.platform.Ids;
import dev.quittance.platform.NotFound;
import java.util.Optional;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** The first, committed part of a payment: all is decided, nothing is charged yet. */
@Service
class PaymentBeginning {
    private final PayableInvoices invoices;
    private final PaymentQuotes quotes;
    private final Charges charges;
    private final Allocations allocations;

    PaymentBeginning(
            PayableInvoices invoices,
            PaymentQuotes quotes,
            Charges charges,
            Allocations allocations) {
        this.invoices = invoices;
        this.quotes = quotes;
        this.charges = charges;
        this.allocations = allocations;
    }

    Mono<Begun> begin(PayInvoicesInput input, Optional<Card> card) {
        return invoices.hold(input.invoiceIds())
                .flatMap(held -> quotes.terms(held, input.amount()))
                .flatMap(terms -> quotes.hold(terms, input.quoteToken()))
                .flatMap(
                        terms ->
                                terms.toCharge().isZero()
                                        ? spendCredit(terms)
                                        : plan(
                                                terms,
                                                card.orElseThrow(PaymentBeginning::cardNeeded)));
    }

    private Mono<Begun> spendCredit(PaymentTerms terms) {
        var plan = AllocationPlan.of(terms.payables(), Amounts.minor(terms.creditUsed()), 0);
        return allocations
                .fromCredit(terms.customer(), terms.currency(), terms.on(), plan.byCredit())
                .thenReturn(new Begun(null, terms.targets()));
    }

    private Mono<Begun> plan(PaymentTerms terms, Card card) {
        if (card.owner() != null && !card.owner().equals(terms.customer())) {
            return Mono.error(new NotFound("payment method"));
        }
        var payment =
                new NewPayment(
                        Ids.next(),
                        terms.customer(),
                        terms.toCharge(),
                        terms.creditUsed(),
                        PaymentMethodKind.CARD,
                        card.label(),
                        terms.on(),
                        null,
                        terms.targets());
        return charges.plan(payment, card.gateway(), card.source())
                .thenReturn(new Begun(payment.id(), terms.targets()));
    }

    private static RuntimeException cardNeeded() {
        return Cards.refusal("is needed: account credit does not pay all");
    }
}
