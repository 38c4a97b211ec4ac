package dev.quittance.collection;

import dev.quittance.payments.FreeCredit;
import dev.quittance.platform.Amounts;
import dev.quittance.platform.BusinessClock;
import dev.quittance.platform.Caller;
import dev.quittance.platform.Faults;
import dev.quittance.platform.MoneyInput;
import dev.quittance.platform.Problem;
import dev.quittance.platform.QuoteTokens;
import dev.quittance.platform.Refused;
import dev.quittance.preferences.PortalSwitch;
import dev.quittance.preferences.Switches;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.joda.money.Money;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** What adding funds will take: shown first, and held to by the act. */
@Service
class TopUpQuotes {
    private final PaymentRuleBook rules;
    private final FreeCredit credit;
    private final BusinessClock clock;
    private final QuoteTokens tokens;
    private final Switches switches;

    TopUpQuotes(
            PaymentRuleBook rules,
            FreeCredit credit,
            BusinessClock clock,
            QuoteTokens tokens,
            Switches switches) {
        this.switches = switches;
        this.rules = rules;
        this.credit = credit;
        this.clock = clock;
        this.tokens = tokens;
    }

    /** Contacts may not add funds here. */
    record TopUpNotAllowed() implements Problem {
        @Override
        public String message() {
            return "Adding funds by yourself is switched off here. Ask us, and we do it for you.";
        }
    }

    /** Too little or too much at a time. */
    record TopUpOutOfBounds(Money least, Money most) implements Problem {
        @Override
        public String message() {
            return "Add between %s and %s at a time.".formatted(least, most);
        }
    }

    /** Something moved since the preview. */
    record TopUpQuoteStale(TopUpQuote quote) implements Problem {
        @Override
        public String message() {
            return "Your credit has changed since you saw it, or too much time has passed. It is %s now and would be %s."
                    .formatted(quote.creditBefore(), quote.creditAfter());
        }
    }

    private record Terms(UUID customer, Money amount, Money credit, LocalDate on) {
        TopUpQuote quote(String token) {
            return new TopUpQuote(amount, credit, credit.plus(amount), token);
        }

        /** Everything the payer is shown, as one text: what differs in it is another quote. */
        String facts() {
            return "topUp|%s|%s|%s|%d|%d"
                    .formatted(
                            customer,
                            amount.getCurrencyUnit(),
                            on,
                            Amounts.minor(amount),
                            Amounts.minor(credit));
        }
    }

    Mono<TopUpQuote> preview(UUID customer, MoneyInput amount) {
        return allowed(customer, amount)
                .flatMap(checked -> terms(customer, checked))
                .map(this::signed);
    }

    /** The amount that may be added; refused by name otherwise. */
    Mono<Money> allowed(UUID customer, MoneyInput given) {
        var faults = new Faults();
        var amount = OfflineMoney.amount(given, given.currency(), faults);
        faults.orThrow();
        return Mono.zip(Caller.current(), rules.present())
                .map(now -> checked(amount, customer, now.getT1(), now.getT2()))
                .delayUntil(_ -> switches.require(PortalSwitch.CREDIT, customer, null));
    }

    /** The same as was shown, or a refusal that shows it anew; call while the customer is held. */
    Mono<Money> hold(UUID customer, Money amount, String token) {
        return terms(customer, amount)
                .map(
                        terms -> {
                            if (!tokens.holds(token, terms.facts(), Instant.now())) {
                                throw new Refused(new TopUpQuoteStale(signed(terms)));
                            }
                            return amount;
                        });
    }

    private Mono<Terms> terms(UUID customer, Money amount) {
        return Mono.zip(credit.of(customer, amount.getCurrencyUnit()), clock.today())
                .map(now -> new Terms(customer, amount, now.getT1(), now.getT2()));
    }

    private TopUpQuote signed(Terms terms) {
        return terms.quote(tokens.issue(terms.facts(), Instant.now()));
    }

    /** Staff may add what it wants; a contact what the merchant allows. */
    private static Money checked(Money amount, UUID customer, Caller caller, PaymentRules rules) {
        caller.mustOwn(customer);
        if (caller.customer() == null) {
            return amount;
        }
        if (!rules.topUpByContacts()) {
            throw new Refused(new TopUpNotAllowed());
        }
        var limit = rules.limit(amount.getCurrencyUnit());
        if (amount.isLessThan(limit.least()) || amount.isGreaterThan(limit.most())) {
            throw new Refused(new TopUpOutOfBounds(limit.least(), limit.most()));
        }
        return amount;
    }
}
