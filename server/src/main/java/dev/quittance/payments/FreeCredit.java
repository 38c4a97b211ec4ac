package dev.quittance.payments;

import dev.quittance.ledger.Balance;
import dev.quittance.ledger.Ledger;
import java.util.List;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * The account credit that a customer can still spend: not what unfinished payments are about to
 * use, nor what is on its way back to the customer.
 */
@Service
public class FreeCredit {
    private final Ledger ledger;
    private final PaymentRepository payments;

    FreeCredit(Ledger ledger, PaymentRepository payments) {
        this.ledger = ledger;
        this.payments = payments;
    }

    /** May be below zero after a payment was put back to New. */
    public Mono<Money> of(UUID customer, CurrencyUnit currency) {
        var credit =
                ledger.balances(List.of(customer))
                        .map(Balance::credit)
                        .filter(balance -> balance.getCurrencyUnit().equals(currency))
                        .next()
                        .defaultIfEmpty(Money.zero(currency));
        return Mono.zip(credit, payments.creditPromised(customer, currency.getCode()))
                .map(both -> both.getT1().minus(Money.ofMinor(currency, both.getT2())));
    }

    /** As {@link #of}, and zero where there is none. */
    public Mono<Money> spendable(UUID customer, CurrencyUnit currency) {
        return of(customer, currency).map(free -> free.isNegative() ? Money.zero(currency) : free);
    }
}
