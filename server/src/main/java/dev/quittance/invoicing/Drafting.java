package dev.quittance.invoicing;

import dev.quittance.customers.BillableCustomer;
import dev.quittance.customers.Customer;
import dev.quittance.exchange.ExchangeRate;
import dev.quittance.invoicing.Taxation.Buyer;
import dev.quittance.organization.Organization;
import dev.quittance.organization.TaxPlace;
import dev.quittance.organization.TaxTreatment;
import dev.quittance.platform.Amounts;
import dev.quittance.platform.Ids;
import dev.quittance.platform.Problem;
import dev.quittance.subscriptions.ItemCharge;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What comes of drafting an invoice. Nothing is stored. */
public sealed interface Drafting {

    InvoiceOrder order();

    /** An invoice that would be posted like this. */
    record InvoiceDraft(UUID id, InvoiceOrder order, Customer customer, TaxedLines content)
            implements Drafting {

        public List<DraftLine> lines() {
            return content.lines();
        }

        public List<TaxRow> taxRows() {
            return content.taxRows();
        }

        public Money net() {
            return content.net(currency());
        }

        public Money tax() {
            return content.tax(currency());
        }

        /** What cash rounding adds; below zero what it takes off. */
        public Money rounding() {
            return content.rounding(currency());
        }

        /** The sum of the rows shown. */
        public Money total() {
            return net().plus(tax()).plus(rounding());
        }

        public TaxTerms terms() {
            return content.terms();
        }

        /** The tax in the merchant's currency; null where it is the invoice's. */
        public @Nullable TaxExchange taxExchange() {
            return TaxExchange.of(terms().exchange(), taxRows());
        }

        int dueDays() {
            return Objects.requireNonNullElse(order.terms().dueDays(), customer.dueDays());
        }

        /** The last day to pay on, if it is posted on {@code issuedOn}. */
        public LocalDate dueOn(LocalDate issuedOn) {
            return issuedOn.plusDays(dueDays());
        }

        @Nullable String note() {
            return InvoiceTerms.printed(order.terms().note(), customer.invoiceNote());
        }

        @Nullable String purchaseOrder() {
            return InvoiceTerms.printed(order.terms().purchaseOrder(), customer.purchaseOrder());
        }

        public CurrencyUnit currency() {
            return CurrencyUnit.of(order.currency());
        }

        /** The same invoice for some of its charges only; null without any. */
        @Nullable InvoiceDraft of(List<ItemCharge> charges) {
            if (charges.size() == order.charges().size()) {
                return this;
            }
            if (charges.isEmpty()) {
                return null;
            }
            Map<ItemCharge, List<AppliedRate>> rates =
                    lines().stream()
                            .collect(
                                    Collectors.toMap(
                                            DraftLine::charge,
                                            line -> line.explanation().rates(),
                                            (one, same) -> one));
            Function<ItemCharge, List<AppliedRate>> known =
                    charge -> rates.getOrDefault(charge, List.of());
            return new InvoiceDraft(
                    id,
                    order.with(charges),
                    customer,
                    TaxedLines.of(currency(), charges, known, terms()));
        }
    }

    /** These charges can't be billed as things are. */
    record Unbillable(InvoiceOrder order, String message) implements Drafting, Problem {}

    /**
     * What all drafts of a batch are made with.
     *
     * @param exchange the rates of exchange that hold on the day of posting, by currency
     */
    record Known(Organization merchant, Taxation taxes, Map<String, ExchangeRate> exchange) {

        TaxTerms terms(CurrencyUnit currency) {
            var setting = taxes.setting();
            return new TaxTerms(
                    setting.rounding(), setting.cash(currency), exchange.get(currency.getCode()));
        }

        boolean foreign(CurrencyUnit currency) {
            return !merchant.defaultCurrency().equals(currency);
        }
    }

    /** Computes the invoice that {@code order} makes. */
    static Drafting of(InvoiceOrder order, BillableCustomer customer, Known with) {
        var taxes = with.taxes();
        if (!customer.faults().isEmpty()) {
            return new Unbillable(order, String.join(" ", customer.faults()));
        }
        var buyer = buyer(customer.customer(), with.merchant());
        for (var charge : order.charges()) {
            var fault = fault(charge, buyer, taxes);
            if (fault != null) {
                return new Unbillable(order, fault);
            }
        }
        var currency = CurrencyUnit.of(order.currency());
        var content =
                TaxedLines.of(
                        currency,
                        order.charges(),
                        charge -> known(taxes.of(charge, buyer)),
                        with.terms(currency));
        if (with.foreign(currency)
                && content.terms().exchange() == null
                && !content.tax(currency).isZero()) {
            return new Unbillable(order, noExchange(currency, with));
        }
        var draft =
                new InvoiceDraft(
                        Objects.requireNonNullElseGet(order.terms().id(), Ids::next),
                        order.orIn(customer.defaultBillingGroup()),
                        customer.customer(),
                        content);
        if (draft.total().isNegative()) {
            return new Unbillable(order, "The credits on it are more than the charges.");
        }
        return Amounts.inBounds(draft.total())
                ? draft
                : new Unbillable(order, "The total is more than can be billed at once.");
    }

    private static List<AppliedRate> known(@Nullable List<AppliedRate> rates) {
        return rates == null ? List.of() : rates;
    }

    private static Buyer buyer(Customer customer, Organization merchant) {
        var address = customer.billingAddress();
        var from = address == null ? merchant.address() : address;
        return new Buyer(
                TaxPlace.of(from), customer.taxId(), customer.taxExemption(), customer.locale());
    }

    private static @Nullable String fault(ItemCharge charge, Buyer buyer, Taxation taxes) {
        var rates = taxes.of(charge, buyer);
        if (rates == null) {
            return noRate(charge, buyer.place(), taxes);
        }
        var reversed =
                rates.stream().anyMatch(rate -> rate.treatment() == TaxTreatment.REVERSE_CHARGE);
        return reversed && buyer.taxId() == null
                ? "%s is taxed by reverse charge, and there is no tax id of the customer. Add it, or tax the sale otherwise."
                        .formatted(charge.description())
                : null;
    }

    private static String noExchange(CurrencyUnit currency, Known with) {
        return "No rate of exchange from %s to %s holds on %s, and the tax must be shown in %s too. Enter one in the settings."
                .formatted(
                        currency,
                        with.merchant().defaultCurrency(),
                        with.taxes().issuedOn(),
                        with.merchant().defaultCurrency());
    }

    private static String noRate(ItemCharge charge, TaxPlace place, Taxation taxes) {
        return "No tax rate for %s is in force in %s on %s. Add one to the tax rates."
                .formatted(
                        charge.description(),
                        Locale.of("", place.country()).getDisplayCountry(Locale.ENGLISH),
                        taxes.taxDate(charge));
    }
}
