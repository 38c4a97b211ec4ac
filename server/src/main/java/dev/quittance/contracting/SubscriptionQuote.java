package dev.quittance.contracting;

import dev.quittance.invoicing.CreditDraft;
import dev.quittance.invoicing.Drafting.InvoiceDraft;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What an act will bill or credit.
 *
 * @param rounding cash rounding of the total, up or down
 * @param total what is to be paid; a credit is negative
 * @param refund what of a credit goes back to what had paid; the rest is account credit
 * @param actsOn the day from which the act holds
 * @param nextInvoiceOn the next regular invoice after the act
 * @param discarded what was planned and would be no longer, in words
 * @param token makes sure, given back with the act, that nothing else is charged
 */
record SubscriptionQuote(
        List<QuoteLine> lines,
        Money net,
        Money tax,
        Money rounding,
        Money total,
        Money refund,
        LocalDate actsOn,
        @Nullable LocalDate nextInvoiceOn,
        @Nullable Money nextInvoiceTotal,
        List<String> discarded,
        String token) {

    /** What the act bills now, or on the day it holds from. */
    static SubscriptionQuote billing(
            @Nullable InvoiceDraft draft, CurrencyUnit currency, LocalDate actsOn, Next next) {
        return of(List.of(), draft, currency, actsOn, next);
    }

    /** What the act gives back. */
    static SubscriptionQuote crediting(
            List<CreditDraft> drafts, CurrencyUnit currency, LocalDate actsOn, Next next) {
        return of(drafts, null, currency, actsOn, next);
    }

    /** What the act gives back and bills. */
    static SubscriptionQuote of(
            List<CreditDraft> credits,
            @Nullable InvoiceDraft invoice,
            CurrencyUnit currency,
            LocalDate actsOn,
            Next next) {
        var sum = new Sum(credits, invoice, currency);
        return new SubscriptionQuote(
                sum.lines(),
                sum.of(CreditDraft::net, InvoiceDraft::net),
                sum.of(CreditDraft::tax, InvoiceDraft::tax),
                sum.of(CreditDraft::rounding, InvoiceDraft::rounding),
                sum.of(CreditDraft::total, InvoiceDraft::total),
                Money.zero(currency),
                actsOn,
                next.on(),
                next.total(),
                List.of(),
                "");
    }

    private record Sum(
            List<CreditDraft> credits, @Nullable InvoiceDraft invoice, CurrencyUnit currency) {

        List<QuoteLine> lines() {
            var given =
                    credits.stream()
                            .flatMap(draft -> draft.lines().stream())
                            .map(QuoteLine::givenBack);
            var billed =
                    invoice == null
                            ? Stream.<QuoteLine>empty()
                            : invoice.lines().stream().map(QuoteLine::billed);
            return Stream.concat(given, billed).toList();
        }

        Money of(Function<CreditDraft, Money> credit, Function<InvoiceDraft, Money> billed) {
            var start = invoice == null ? Money.zero(currency) : billed.apply(invoice);
            return credits.stream().map(credit).reduce(start, Money::minus);
        }
    }

    /** The invoice that follows; no total when it can't be told yet. */
    record Next(@Nullable LocalDate on, @Nullable Money total) {
        static final Next NONE = new Next(null, null);
    }

    SubscriptionQuote with(String signed) {
        return with(refund, discarded, signed);
    }

    SubscriptionQuote discarding(List<String> planned) {
        return with(refund, planned, token);
    }

    /** The same, where {@code back} goes back to what had paid. */
    SubscriptionQuote refunding(Money back) {
        return with(back, discarded, token);
    }

    private SubscriptionQuote with(Money back, List<String> planned, String signed) {
        return new SubscriptionQuote(
                lines,
                net,
                tax,
                rounding,
                total,
                back,
                actsOn,
                nextInvoiceOn,
                nextInvoiceTotal,
                planned,
                signed);
    }
}
