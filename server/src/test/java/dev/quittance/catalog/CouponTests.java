package dev.quittance.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.platform.Faults;
import dev.quittance.platform.FieldFault;
import dev.quittance.platform.MoneyInput;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CouponTests {
    private static final LocalDate TODAY = LocalDate.of(2027, 3, 15);
    private static final UUID GOLD = new UUID(0, 1);

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # percent, amounts,     plans, expires,    most, each, redeemed, by, archived, fault
                    10,        '',          any,   ,           ,     ,     99,       99, false,
                    10,        '',          gold,  2027-03-15, 100,  2,    99,       1,  false,
                    ,          'USD 5',     any,   ,           ,     ,     0,        0,  false,
                    10,        '',          any,   2027-03-14, ,     ,     0,        0,  false,    EXPIRED
                    10,        '',          any,   ,           ,     ,     0,        0,  true,     EXPIRED
                    10,        '',          other, ,           ,     ,     0,        0,  false,    OTHER_PLANS
                    ,          'EUR 5',     any,   ,           ,     ,     0,        0,  false,    OTHER_CURRENCIES
                    10,        '',          any,   ,           3,    ,     3,        0,  false,    USED_UP
                    10,        '',          any,   ,           ,     2,    3,        2,  false,    USED_UP_BY_CUSTOMER
                    """)
    void aCouponIsRedeemedWithinItsLimits(
            @Nullable BigDecimal percent,
            String amounts,
            String plans,
            @Nullable LocalDate expires,
            @Nullable Integer most,
            @Nullable Integer each,
            int redeemed,
            int byCustomer,
            boolean archived,
            @Nullable CouponFault fault) {
        var coupon =
                new Coupon(
                        UUID.randomUUID(),
                        "SPRING",
                        "Spring",
                        percent,
                        amounts.isEmpty() ? List.of() : List.of(Money.parse(amounts)),
                        CouponDuration.ONCE,
                        null,
                        switch (plans) {
                            case "gold" -> List.of(GOLD);
                            case "other" -> List.of(new UUID(0, 2));
                            default -> List.of();
                        },
                        true,
                        List.of(),
                        false,
                        expires,
                        most,
                        each,
                        redeemed,
                        archived);

        assertThat(coupon.fault(GOLD, CurrencyUnit.USD, byCustomer, TODAY).orElse(null))
                .isEqualTo(fault);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # code,   percent,  amounts,       duration, terms, expires,    most, fault
                    SPRING,   10,       '',            ONCE,     ,      ,           ,     ''
                    SPRING,   100,      '',            FOREVER,  ,      2027-03-15, 1,    ''
                    SPRING,   ,         'USD 5 EUR 4', TERMS,    3,     ,           ,     ''
                    ' ',      10,       '',            ONCE,     ,      ,           ,     code
                    'a b',    10,       '',            ONCE,     ,      ,           ,     code
                    SPRING,   ,         '',            ONCE,     ,      ,           ,     percent
                    SPRING,   10,       'USD 5',       ONCE,     ,      ,           ,     percent
                    SPRING,   0,        '',            ONCE,     ,      ,           ,     percent
                    SPRING,   100.0001, '',            ONCE,     ,      ,           ,     percent
                    SPRING,   0.00001,  '',            ONCE,     ,      ,           ,     percent
                    SPRING,   ,         'USD 0',       ONCE,     ,      ,           ,     amounts[0].amount
                    SPRING,   ,         'USD 1 USD 2', ONCE,     ,      ,           ,     amounts[1].currency
                    SPRING,   10,       '',            TERMS,    ,      ,           ,     terms
                    SPRING,   10,       '',            TERMS,    0,     ,           ,     terms
                    SPRING,   10,       '',            ONCE,     1,     ,           ,     terms
                    SPRING,   10,       '',            ONCE,     ,      2027-03-14, ,     expiresOn
                    SPRING,   10,       '',            ONCE,     ,      ,           0,    mostRedemptions
                    """)
    void whatDoesNotFitIsNamed(
            String code,
            @Nullable BigDecimal percent,
            String amounts,
            CouponDuration duration,
            @Nullable Integer terms,
            @Nullable LocalDate expires,
            @Nullable Integer most,
            String fault) {
        var faults = new Faults();

        new NewCoupon(
                        code,
                        "Spring",
                        percent,
                        amounts(amounts),
                        duration,
                        terms,
                        List.of(),
                        true,
                        List.of(),
                        false,
                        expires,
                        most,
                        null)
                .checked(faults, TODAY);

        assertThat(faults.found())
                .extracting(FieldFault::path)
                .containsExactly(fault.isEmpty() ? new String[0] : new String[] {fault});
    }

    private static List<MoneyInput> amounts(String text) {
        return text.isEmpty()
                ? List.of()
                : Stream.of(text.split(" (?=[A-Z])"))
                        .map(Money::parse)
                        .map(money -> new MoneyInput(money.getAmount(), money.getCurrencyUnit()))
                        .toList();
    }
}
