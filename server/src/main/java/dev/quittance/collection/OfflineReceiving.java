package dev.quittance.collection;

import dev.quittance.collection.OfflineMoney.Particulars;
import dev.quittance.payments.AllocationPlan.Share;
import dev.quittance.payments.Payment;
import dev.quittance.payments.Payments;
import dev.quittance.platform.BusinessClock;
import dev.quittance.platform.Faults;
import dev.quittance.platform.Problem;
import dev.quittance.platform.Refused;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.joda.money.Money;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Keeps money that came in otherwise than through a gateway. The customer is locked. */
@Service
class OfflineReceiving {
    private final Payments payments;
    private final WriteOffs writeOffs;
    private final PaymentRuleBook rules;
    private final OfflineTerms terms;
    private final BusinessClock clock;

    OfflineReceiving(
            Payments payments,
            WriteOffs writeOffs,
            PaymentRuleBook rules,
            OfflineTerms terms,
            BusinessClock clock) {
        this.payments = payments;
        this.writeOffs = writeOffs;
        this.rules = rules;
        this.terms = terms;
        this.clock = clock;
    }

    /** More came in than is due, which the merchant does not take. */
    record OverpaymentNotAllowed(Money tooMuch) implements Problem {
        @Override
        public String message() {
            return "That is %s more than is spread over the invoices, and overpayments are switched off. Enter less, or switch them on in the payment settings."
                    .formatted(tooMuch);
        }
    }

    /** The payment that was kept, by id. */
    Mono<UUID> receive(
            UUID customer,
            Money amount,
            Particulars particulars,
            Faults faults,
            Supplier<Spreading> spreading) {
        return Mono.zip(terms.check(amount, particulars, faults), clock.today(), rules.present())
                .flatMap(
                        now -> {
                            var spread = spreading.get();
                            if (spread.rest().isPositive() && !now.getT3().overpaymentOffline()) {
                                throw new Refused(new OverpaymentNotAllowed(spread.rest()));
                            }
                            return keep(customer, now.getT1(), now.getT2(), spread.shares());
                        })
                .map(Payment::id);
    }

    /** A deposit for no invoice. */
    Mono<UUID> topUp(UUID customer, Money amount, Particulars particulars, Faults faults) {
        return Mono.zip(terms.check(amount, particulars, faults), clock.today())
                .flatMap(now -> keep(customer, now.getT1(), now.getT2(), List.of()))
                .map(Payment::id);
    }

    private Mono<Payment> keep(
            UUID customer, OfflineMoney money, LocalDate today, List<Share> shares) {
        var targets = shares.stream().map(Share::invoice).toList();
        return writeOffs
                .recover(targets, today, "Paid after all")
                .then(
                        Mono.defer(
                                () ->
                                        payments.receive(
                                                money.payment(customer, today, targets), shares)));
    }
}
