package dev.quittance.invoicing;

import dev.quittance.customers.BillableCustomer;
import dev.quittance.customers.Customers;
import dev.quittance.invoicing.Taxation.Place;
import dev.quittance.organization.Organization;
import dev.quittance.organization.Organizations;
import dev.quittance.organization.TaxRates;
import dev.quittance.platform.NotFound;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Finds what drafting needs to know, the same few statements however many orders there are. */
@Component
class Drafts {
    private final Customers customers;
    private final Organizations organizations;
    private final TaxRates rates;

    Drafts(Customers customers, Organizations organizations, TaxRates rates) {
        this.customers = customers;
        this.organizations = organizations;
        this.rates = rates;
    }

    Mono<List<Drafting>> of(List<InvoiceOrder> orders, LocalDate day) {
        var ids = orders.stream().map(InvoiceOrder::customer).distinct().toList();
        return Mono.zip(customers.billable(ids), organizations.current(), rates.all())
                .map(
                        known -> {
                            var merchant = known.getT2();
                            var taxes = new Taxation(place(merchant), known.getT3(), day);
                            return orders.stream()
                                    .map(order -> draft(order, known.getT1(), merchant, taxes))
                                    .toList();
                        });
    }

    private static Drafting draft(
            InvoiceOrder order,
            Map<UUID, BillableCustomer> customers,
            Organization merchant,
            Taxation taxes) {
        var customer = customers.get(order.customer());
        if (customer == null) {
            throw new NotFound("customer");
        }
        return Drafting.of(order, customer, merchant, taxes);
    }

    private static Place place(Organization merchant) {
        return new Place(merchant.address().country(), merchant.address().region());
    }
}
