package dev.quittance.reports;

import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** How the merchant's business stands today, in one currency. */
record Overview(
        CurrencyUnit currency,
        List<CurrencyUnit> currencies,
        Money outstanding,
        Money overdue,
        Money monthlyRecurring,
        int liveSubscriptions,
        int activeCustomers,
        int parkedCustomers,
        int disputesToAnswer,
        List<MonthFigures> months) {}
