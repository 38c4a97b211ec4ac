package dev.quittance.messaging;

import static java.util.Objects.requireNonNull;

import dev.quittance.catalog.Assortment;
import dev.quittance.catalog.Interval;
import dev.quittance.catalog.IntervalUnit;
import dev.quittance.catalog.NewPlan;
import dev.quittance.catalog.NewProduct;
import dev.quittance.catalog.Plan;
import dev.quittance.catalog.PlanOutcome.PlanCreated;
import dev.quittance.catalog.PlanPriceInput;
import dev.quittance.catalog.Plans;
import dev.quittance.customers.CustomerKeeping;
import dev.quittance.customers.NewCustomer;
import dev.quittance.customers.PaymentKind;
import dev.quittance.invoicing.InvoiceOrder;
import dev.quittance.invoicing.Invoices;
import dev.quittance.platform.Ids;
import dev.quittance.platform.MoneyInput;
import dev.quittance.subscriptions.NewSubscription;
import dev.quittance.subscriptions.NewSubscription.Item;
import dev.quittance.subscriptions.NewSubscription.Terms;
import dev.quittance.subscriptions.Subscriptions;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Customers of tests, each with one posted invoice. */
@Component
class PostedInvoices {
    private final Assortment assortment;
    private final Plans plans;
    private final CustomerKeeping customers;
    private final Subscriptions subscriptions;
    private final Invoices invoices;

    PostedInvoices(
            Assortment assortment,
            Plans plans,
            CustomerKeeping customers,
            Subscriptions subscriptions,
            Invoices invoices) {
        this.assortment = assortment;
        this.plans = plans;
        this.customers = customers;
        this.subscriptions = subscriptions;
        this.invoices = invoices;
    }

    record Posted(UUID customer, UUID invoice) {}

    Posted post(String price, @Nullable String email, List<String> further, LocalDate day) {
        var added =
                requireNonNull(customers.createAll(List.of(customer(email, further))).block())
                        .getFirst();
        var plan = plan(price);
        var terms =
                new Terms(
                        added.customer().id(),
                        added.billingGroup(),
                        plan.id(),
                        "EUR",
                        plan.interval(),
                        null,
                        List.of(Item.plan(1, null)));
        subscriptions.createAll(List.of(NewSubscription.starting(terms, day, day))).block();
        var order = order(added.customer().id(), added.billingGroup(), day);
        var posted = requireNonNull(invoices.post(List.of(order), day, null).block()).getFirst();
        return new Posted(added.customer().id(), posted.id());
    }

    /** As many customers, each at an address of its own in one domain, with an invoice each. */
    void postMany(int count, String domain, LocalDate day) {
        var given =
                IntStream.range(0, count)
                        .mapToObj(i -> customer("many%d@%s".formatted(i, domain), List.of()))
                        .toList();
        var added = requireNonNull(customers.createAll(given).block());
        var plan = plan("5.00");
        subscriptions
                .createAll(
                        added.stream()
                                .map(
                                        one ->
                                                new Terms(
                                                        one.customer().id(),
                                                        one.billingGroup(),
                                                        plan.id(),
                                                        "EUR",
                                                        plan.interval(),
                                                        null,
                                                        List.of(Item.plan(1, null))))
                                .map(terms -> NewSubscription.starting(terms, day, day))
                                .toList())
                .block();
        var orders =
                added.stream()
                        .map(one -> order(one.customer().id(), one.billingGroup(), day))
                        .toList();
        invoices.post(orders, day, null).block();
    }

    private InvoiceOrder order(UUID customer, UUID group, LocalDate day) {
        var due = requireNonNull(subscriptions.due(day, List.of(customer)).next().block());
        return new InvoiceOrder(customer, group, "EUR", due.charges());
    }

    private Plan plan(String price) {
        var product =
                requireNonNull(
                        assortment
                                .create(new NewProduct("Product " + Ids.next(), null, null))
                                .block());
        var given =
                new NewPlan(
                        product.id(),
                        "Plan " + Ids.next(),
                        null,
                        null,
                        new Interval(1, IntervalUnit.MONTH),
                        false,
                        List.of(
                                PlanPriceInput.perUnit(
                                        new MoneyInput(new BigDecimal(price), CurrencyUnit.EUR),
                                        null)),
                        null,
                        null);
        return ((PlanCreated) requireNonNull(plans.create(given).block())).plan();
    }

    private static NewCustomer customer(@Nullable String email, List<String> further) {
        return new NewCustomer(
                null,
                "Żółw & Sons",
                email,
                null,
                further,
                null,
                null,
                null,
                null,
                PaymentKind.INVOICE,
                14,
                CurrencyUnit.EUR,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
