package dev.quittance.collection;

import dev.quittance.collection.OfflineMoney.Particulars;
import dev.quittance.ledger.BooksClosing;
import dev.quittance.ledger.ClosedMonths;
import dev.quittance.ledger.MonthClosed;
import dev.quittance.platform.BusinessClock;
import dev.quittance.platform.Faults;
import dev.quittance.platform.Refused;
import java.time.LocalDate;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Checks what staff says of money that moved; not before the books are closed. */
@Service
class OfflineTerms {
    private final BusinessClock clock;
    private final ClosedMonths months;

    OfflineTerms(BusinessClock clock, ClosedMonths months) {
        this.clock = clock;
        this.months = months;
    }

    Mono<OfflineMoney> check(Money amount, Particulars given, Faults faults) {
        return Mono.zip(clock.today(), months.present())
                .map(
                        now -> {
                            var money = OfflineMoney.of(amount, given, now.getT1(), faults);
                            refuseClosed(money.valueOn(), now.getT2());
                            return money;
                        });
    }

    private static void refuseClosed(@Nullable LocalDate valueOn, BooksClosing closing) {
        var closed = closing.closedThrough();
        if (valueOn != null && closed != null && !valueOn.isAfter(closed)) {
            throw new Refused(new MonthClosed(closed));
        }
    }
}
