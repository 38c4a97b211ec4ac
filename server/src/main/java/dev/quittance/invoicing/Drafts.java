package dev.quittance.invoicing;

import dev.quittance.customers.BillableCustomer;
import dev.quittance.customers.Customers;
import dev.quittance.exchange.ExchangeRates;
import dev.quittance.organization.Organizations;
import dev.quittance.organization.TaxPlace;
import dev.quittance.organization.TaxRates;
import dev.quittance.organization.TaxSettings;
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
    private final TaxSettings settings;
    private final ExchangeRates exchange;

    Drafts(
            Customers customers,
            Organizations organizations,
            TaxRates rates,
            TaxSettings settings,
            ExchangeRates exchange) {
        this.customers = customers;
        this.organizations = organizations;
        this.rates = rates;
        this.settings = settings;
        this.exchange = exchange;
    }

    Mono<List<Drafting>> of(List<InvoiceOrder> orders, LocalDate day) {
        var ids = orders.stream().map(InvoiceOrder::customer).distinct().toList();
        var currencies = orders.stream().map(InvoiceOrder::currency).distinct().toList();
        return Mono.zip(
                        customers.billable(ids),
                        organizations.current(),
                        rates.all(),
                        settings.current(),
                        exchange.on(day, currencies))
                .map(
                        known -> {
                            var merchant = known.getT2();
                            var place = TaxPlace.of(merchant.address());
                            var taxes = new Taxation(place, known.getT3(), known.getT4(), day);
                            var with = new Drafting.Known(merchant, taxes, known.getT5());
                            return orders.stream()
                                    .map(order -> draft(order, known.getT1(), with))
                                    .toList();
                        });
    }

    private static Drafting draft(
            InvoiceOrder order, Map<UUID, BillableCustomer> customers, Drafting.Known known) {
        var customer = customers.get(order.customer());
        if (customer == null) {
            throw new NotFound("customer");
        }
        return Drafting.of(order, customer, known);
    }
}
