package dev.quittance.invoicing;

import dev.quittance.customers.BillableCustomer;
import dev.quittance.customers.Customer;
import dev.quittance.invoicing.Taxation.Buyer;
import dev.quittance.invoicing.Taxation.Place;
import dev.quittance.organization.Organization;
import dev.quittance.platform.Amounts;
import dev.quittance.platform.Ids;
import dev.quittance.platform.Problem;
import dev.quittance.subscriptions.ItemCharge;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

        /** The sum of the rows shown. */
        public Money total() {
            return net().plus(tax());
        }

        CurrencyUnit currency() {
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
                    id, order.with(charges), customer, TaxedLines.of(currency(), charges, known));
        }
    }

    /** These charges can't be billed as things are. */
    record Unbillable(InvoiceOrder order, String message) implements Drafting, Problem {}

    /** Computes the invoice that {@code order} makes. */
    static Drafting of(
            InvoiceOrder order, BillableCustomer customer, Organization merchant, Taxation taxes) {
        if (!customer.faults().isEmpty()) {
            return new Unbillable(order, String.join(" ", customer.faults()));
        }
        var buyer = buyer(customer.customer(), merchant);
        for (var charge : order.charges()) {
            if (taxes.of(charge.taxCategory(), buyer) == null) {
                return new Unbillable(order, noRate(charge, buyer.place(), taxes));
            }
        }
        var content =
                TaxedLines.of(
                        CurrencyUnit.of(order.currency()),
                        order.charges(),
                        charge -> known(taxes.of(charge.taxCategory(), buyer)));
        var draft = new InvoiceDraft(Ids.next(), order, customer.customer(), content);
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
                new Place(from.country(), from.region()),
                customer.taxId(),
                customer.taxExemption());
    }

    private static String noRate(ItemCharge charge, Place place, Taxation taxes) {
        return "No tax rate for %s is in force in %s on %s. Add one to the tax rates."
                .formatted(
                        charge.description(),
                        Locale.of("", place.country()).getDisplayCountry(Locale.ENGLISH),
                        taxes.day());
    }
}
