package dev.quittance.billing;

import dev.quittance.invoicing.Drafting;
import dev.quittance.invoicing.Drafting.InvoiceDraft;
import dev.quittance.invoicing.Drafting.Unbillable;
import dev.quittance.invoicing.InvoiceOrder;
import dev.quittance.subscriptions.DueTerm;
import dev.quittance.subscriptions.ItemCharge;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What some customers have due, sorted out: what is billed, and who can't be.
 *
 * @param terms of the customers that are billed, silent ones included
 * @param drafts their invoices
 * @param faults why the other customers are not billed, in words
 * @param subscriptions how many are done with it, whether billed or not
 */
record Batch(
        List<DueTerm> terms,
        List<InvoiceDraft> drafts,
        Map<UUID, String> faults,
        int subscriptions) {

    /** Charges with all this in common share an invoice. */
    private record Together(
            UUID customer,
            @Nullable UUID billingGroup,
            String currency,
            boolean taxInclusive,
            LocalDate dueOn,
            @Nullable UUID chargedTo) {}

    /**
     * The orders of the customers without a fault. Charges that fall due on one day share an
     * invoice per billing group, currency, tax treatment and way to pay: by hand, or charged by
     * itself to one method.
     *
     * @param methods what subscriptions are charged to by themselves
     */
    static List<InvoiceOrder> orders(List<DueTerm> terms, Map<UUID, UUID> methods) {
        var faulty = faults(terms);
        var shared = new LinkedHashMap<Together, List<ItemCharge>>();
        for (var term : terms) {
            if (faulty.containsKey(term.customer())) {
                continue;
            }
            for (var charge : term.charges()) {
                var with =
                        new Together(
                                term.customer(),
                                term.billingGroup(),
                                term.currency(),
                                charge.taxInclusive(),
                                term.dueOn(),
                                methods.get(term.subscription()));
                shared.computeIfAbsent(with, _ -> new ArrayList<>()).add(charge);
            }
        }
        var orders = new ArrayList<InvoiceOrder>();
        shared.forEach(
                (with, charges) ->
                        orders.add(
                                new InvoiceOrder(
                                        with.customer(),
                                        with.billingGroup(),
                                        with.currency(),
                                        charges)));
        return orders;
    }

    /**
     * Sorts out what was drafted for {@code terms}. One fault of a customer stops all its bills.
     */
    static Batch of(List<DueTerm> terms, List<Drafting> draftings) {
        var faults = faults(terms);
        for (var drafting : draftings) {
            if (drafting instanceof Unbillable(var order, var message)) {
                faults.putIfAbsent(order.customer(), message);
            }
        }
        var drafts = new ArrayList<InvoiceDraft>();
        for (var drafting : draftings) {
            if (drafting instanceof InvoiceDraft draft
                    && !faults.containsKey(draft.order().customer())) {
                drafts.add(draft);
            }
        }
        var billed = terms.stream().filter(term -> !faults.containsKey(term.customer())).toList();
        var subscriptions = terms.stream().map(DueTerm::subscription).distinct().count();
        return new Batch(billed, drafts, faults, (int) subscriptions);
    }

    private static Map<UUID, String> faults(List<DueTerm> terms) {
        var faults = new LinkedHashMap<UUID, String>();
        for (var term : terms) {
            if (term.fault() != null) {
                faults.putIfAbsent(term.customer(), term.fault());
            }
        }
        return faults;
    }
}
