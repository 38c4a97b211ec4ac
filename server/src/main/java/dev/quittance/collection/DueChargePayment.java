package dev.quittance.collection;

import static java.util.Objects.requireNonNull;

import dev.quittance.methods.PaymentMethod;
import dev.quittance.methods.PaymentMethods;
import dev.quittance.payments.AllocationPlan;
import dev.quittance.payments.Allocations;
import dev.quittance.payments.ChargeSource.KeptMethod;
import dev.quittance.payments.Charges;
import dev.quittance.payments.Gateways;
import dev.quittance.payments.NewPayment;
import dev.quittance.payments.PaymentMethodKind;
import dev.quittance.platform.Amounts;
import dev.quittance.platform.Ids;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Pays an invoice by itself: from credit alone where there is enough, else with a payment. */
@Component
class DueChargePayment {
    private final DueChargeRepository repository;
    private final PaymentMethods methods;
    private final Gateways gateways;
    private final Charges charges;
    private final Allocations allocations;

    DueChargePayment(
            DueChargeRepository repository,
            PaymentMethods methods,
            Gateways gateways,
            Charges charges,
            Allocations allocations) {
        this.repository = repository;
        this.methods = methods;
        this.gateways = gateways;
        this.charges = charges;
        this.allocations = allocations;
    }

    /** The payment that was begun; empty where credit has paid all. The customer is locked. */
    Mono<UUID> begin(DueCharge due, PaymentTerms terms, UUID method) {
        return terms.toCharge().isZero()
                ? spendCredit(due, terms).then(Mono.empty())
                : methods.byIds(List.of(method))
                        .map(found -> requireNonNull(found.get(method)))
                        .flatMap(with -> plan(due, terms, with));
    }

    private Mono<Void> spendCredit(DueCharge due, PaymentTerms terms) {
        var plan = AllocationPlan.of(terms.payables(), Amounts.minor(terms.creditUsed()), 0);
        return allocations
                .fromCredit(terms.customer(), terms.currency(), terms.on(), plan.byCredit())
                .then(repository.paid(due.id()));
    }

    private Mono<UUID> plan(DueCharge due, PaymentTerms terms, PaymentMethod method) {
        var payment =
                new NewPayment(
                        Ids.next(),
                        terms.customer(),
                        terms.toCharge(),
                        terms.creditUsed(),
                        PaymentMethodKind.CARD,
                        method.label(),
                        terms.on(),
                        null,
                        terms.targets());
        return charges.plan(
                        payment,
                        gateways.named(method.gateway()),
                        new KeptMethod(method.reference(), false))
                .then(repository.charging(due.id(), payment.id()))
                .thenReturn(payment.id());
    }
}
