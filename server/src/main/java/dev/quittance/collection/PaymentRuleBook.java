package dev.quittance.collection;

import dev.quittance.collection.PaymentRules.TopUpLimit;
import dev.quittance.platform.Faults;
import dev.quittance.platform.History;
import dev.quittance.platform.HistoryEntry;
import dev.quittance.platform.MoneyInput;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** How the merchant takes money: what is set, and how it is changed. */
@Service
class PaymentRuleBook {
    private static final int MOST_LIMITS = 50;

    /** The rules are one; their history needs an id all the same. */
    private static final UUID SUBJECT = new UUID(0, 3);

    private final PaymentRuleRepository repository;
    private final History history;

    PaymentRuleBook(PaymentRuleRepository repository, History history) {
        this.repository = repository;
        this.history = history;
    }

    record UpdatePaymentRulesInput(
            boolean partialByContacts,
            boolean overpaymentOffline,
            boolean topUpByContacts,
            List<TopUpLimitInput> topUpLimits) {}

    record TopUpLimitInput(MoneyInput least, MoneyInput most) {}

    /** The rules as they are now. */
    record PaymentRulesUpdated(PaymentRules rules) {}

    Mono<PaymentRules> present() {
        return repository.find();
    }

    @Transactional
    Mono<PaymentRulesUpdated> update(UpdatePaymentRulesInput input) {
        var rules = checked(input);
        return repository
                .find()
                .flatMap(
                        before ->
                                repository
                                        .save(rules)
                                        .then(
                                                history.add(
                                                        new HistoryEntry.New(
                                                                "PAYMENT_RULES",
                                                                SUBJECT,
                                                                null,
                                                                "payment rules changed",
                                                                before,
                                                                rules,
                                                                null))))
                .thenReturn(new PaymentRulesUpdated(rules));
    }

    private static PaymentRules checked(UpdatePaymentRulesInput input) {
        var faults = new Faults();
        faults.check(
                input.topUpLimits().size() <= MOST_LIMITS,
                "topUpLimits",
                "must be at most %d".formatted(MOST_LIMITS));
        faults.orThrow();
        var seen = new HashSet<CurrencyUnit>();
        for (var i = 0; i < input.topUpLimits().size(); i++) {
            check(input.topUpLimits().get(i), "topUpLimits[%d].".formatted(i), seen, faults);
        }
        faults.orThrow();
        return new PaymentRules(
                input.partialByContacts(),
                input.overpaymentOffline(),
                input.topUpByContacts(),
                input.topUpLimits().stream().map(limit -> limit(limit, faults)).toList());
    }

    private static void check(
            TopUpLimitInput given, String path, HashSet<CurrencyUnit> seen, Faults faults) {
        var least = given.least().money(faults, path + "least");
        var most = given.most().money(faults, path + "most");
        var currency = least.getCurrencyUnit();
        faults.check(seen.add(currency), path + "least", "must not name a currency twice");
        faults.check(least.isPositive(), path + "least", "must be above zero");
        if (faults.check(
                most.getCurrencyUnit().equals(currency),
                path + "most",
                "must be in %s, the currency of the least".formatted(currency))) {
            faults.check(
                    !most.isLessThan(least),
                    path + "most",
                    "must not be below %s".formatted(least));
        }
    }

    private static TopUpLimit limit(TopUpLimitInput given, Faults faults) {
        var least = given.least().money(faults, "topUpLimits");
        return new TopUpLimit(
                least.getCurrencyUnit(), least, given.most().money(faults, "topUpLimits"));
    }
}
