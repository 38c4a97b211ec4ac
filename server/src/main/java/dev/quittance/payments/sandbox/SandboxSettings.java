package dev.quittance.payments.sandbox;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the sandbox gateway takes its time and its fee.
 *
 * @param slowAnswer how long the slow card lets one wait
 * @param settlesAfter how long the money of a bank debit or of a late refund is on its way
 * @param feePercent what it keeps of a charge, in percent
 * @param feeFixed what it keeps of every charge beside that, in units of its currency
 * @param disputeFee what it keeps for a dispute unless it is won, in units of its currency
 */
@ConfigurationProperties("quittance.sandbox-gateway")
record SandboxSettings(
        @DefaultValue("25s") Duration slowAnswer,
        @DefaultValue("4s") Duration settlesAfter,
        @DefaultValue("1.4") BigDecimal feePercent,
        @DefaultValue("0.25") BigDecimal feeFixed,
        @DefaultValue("15") BigDecimal disputeFee) {

    /** What is kept for a dispute, half up. */
    Money disputeFee(CurrencyUnit currency) {
        return Money.of(currency, disputeFee, RoundingMode.HALF_UP);
    }

    /** What is kept of a charge: half up, at most all of it. */
    Money fee(Money charge) {
        var fee =
                charge.toBigMoney()
                        .multipliedBy(feePercent.movePointLeft(2))
                        .plus(feeFixed)
                        .toMoney(RoundingMode.HALF_UP);
        return fee.isGreaterThan(charge) ? charge : fee;
    }
}
