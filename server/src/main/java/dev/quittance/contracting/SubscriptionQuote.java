package dev.quittance.contracting;

import dev.quittance.invoicing.CreditDraft;
import dev.quittance.invoicing.Drafting.InvoiceDraft;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What an act will bill or credit.
 *
 * @param rounding cash rounding of the total, up or down
 * @param total what is to be paid; a credit is negative
 * @param actsOn the day from which the act holds
 * @param nextInvoiceOn the next regular invoice after the act
 * @param token makes sure, given back with the act, that nothing else is charged
 */
record SubscriptionQuote(
        List<QuoteLine> lines,
        Money net,
        Money tax,
        Money rounding,
        Money total,
        LocalDate actsOn,
        @Nullable LocalDate nextInvoiceOn,
        @Nullable Money nextInvoiceTotal,
        String token) {

    /** What the act bills now, or on the day it holds from. */
    static SubscriptionQuote billing(
            @Nullable InvoiceDraft draft, CurrencyUnit currency, LocalDate actsOn, Next next) {
        var none = Money.zero(currency);
        return new SubscriptionQuote(
                draft == null ? List.of() : draft.lines().stream().map(QuoteLine::billed).toList(),
                draft == null ? none : draft.net(),
                draft == null ? none : draft.tax(),
                draft == null ? none : draft.rounding(),
                draft == null ? none : draft.total(),
                actsOn,
                next.on(),
                next.total(),
                "");
    }

    /** What the act gives back. */
    static SubscriptionQuote crediting(
            List<CreditDraft> drafts, CurrencyUnit currency, LocalDate actsOn, Next next) {
        var none = Money.zero(currency);
        return new SubscriptionQuote(
                drafts.stream()
                        .flatMap(draft -> draft.lines().stream())
                        .map(QuoteLine::givenBack)
                        .toList(),
                drafts.stream().map(CreditDraft::net).reduce(none, Money::minus),
                drafts.stream().map(CreditDraft::tax).reduce(none, Money::minus),
                drafts.stream().map(CreditDraft::rounding).reduce(none, Money::minus),
                drafts.stream().map(CreditDraft::total).reduce(none, Money::minus),
                actsOn,
                next.on(),
                next.total(),
                "");
    }

    /** The invoice that follows; no total when it can't be told yet. */
    record Next(@Nullable LocalDate on, @Nullable Money total) {
        static final Next NONE = new Next(null, null);
    }

    SubscriptionQuote with(String signed) {
        return new SubscriptionQuote(
                lines, net, tax, rounding, total, actsOn, nextInvoiceOn, nextInvoiceTotal, signed);
    }
}
