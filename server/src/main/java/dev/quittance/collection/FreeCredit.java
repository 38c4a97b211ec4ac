package dev.quittance.collection;

import dev.quittance.ledger.Balance;
import dev.quittance.ledger.Ledger;
import dev.quittance.payments.Payments;
import java.util.List;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * The account credit that a customer can still spend: not what unfinished payments are about to
 * use.
 */
@Service
class FreeCredit {
    private final Ledger ledger;
    private final Payments payments;

    FreeCredit(Ledger ledger, Payments payments) {
        this.ledger = ledger;
        this.payments = payments;
    }

    Mono<Money> of(UUID customer, CurrencyUnit currency) {
        var credit =
                ledger.balances(List.of(customer))
                        .map(Balance::credit)
                        .filter(balance -> balance.getCurrencyUnit().equals(currency))
                        .next()
                        .defaultIfEmpty(Money.zero(currency));
        return Mono.zip(credit, payments.creditPromised(customer, currency.getCode()))
                .map(both -> both.getT1().minus(Money.ofMinor(currency, both.getT2())));
    }
}
