package dev.quittance.collection;

import dev.quittance.payments.Payable;
import dev.quittance.platform.Caller;
import dev.quittance.platform.Faults;
import dev.quittance.platform.MoneyInput;
import dev.quittance.platform.Problem;
import dev.quittance.platform.Refused;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** How much of what is due is paid: all of it, or a part where that may be. */
@Service
class PaidParts {
    private final PaymentRuleBook rules;

    PaidParts(PaymentRuleBook rules) {
        this.rules = rules;
    }

    /** Contacts pay the whole of what is due. */
    record PartialPaymentNotAllowed(Money due) implements Problem {
        @Override
        public String message() {
            return "Only the whole amount can be paid: %s.".formatted(due);
        }
    }

    Mono<Money> of(Billed billed, @Nullable MoneyInput wished) {
        var due =
                Money.ofMinor(
                        billed.currency(),
                        billed.payables().stream().mapToLong(Payable::dueMinor).sum());
        if (wished == null || due.isZero()) {
            return Mono.just(due);
        }
        var faults = new Faults();
        var amount = OfflineMoney.amount(wished, billed.currency(), faults);
        faults.check(
                !amount.isGreaterThan(due),
                "amount",
                "must be at most %s, which is all that is due".formatted(due));
        faults.orThrow();
        return amount.isEqual(due) ? Mono.just(due) : allowed(amount, due);
    }

    /** The merchant decides whether contacts may; staff always may. */
    private Mono<Money> allowed(Money amount, Money due) {
        return Mono.zip(Caller.current(), rules.present())
                .map(
                        now -> {
                            if (now.getT1().customer() != null
                                    && !now.getT2().partialByContacts()) {
                                throw new Refused(new PartialPaymentNotAllowed(due));
                            }
                            return amount;
                        });
    }
}
