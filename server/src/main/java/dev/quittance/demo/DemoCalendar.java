package dev.quittance.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The days on which something happens in the demo's past.
 *
 * @param began the first of a month, half a year ago
 * @param today where it ends
 */
record DemoCalendar(LocalDate began, LocalDate today) {
    /** Subscriptions begin on the 1st or the 15th. */
    static final int MID_MONTH = 15;

    /** Customers pay on the 10th or the 24th. */
    static final List<Integer> PAY_DAYS = List.of(10, 24);

    private static final int MONTHS = 6;

    static DemoCalendar until(LocalDate today) {
        return new DemoCalendar(today.minusMonths(MONTHS).withDayOfMonth(1), today);
    }

    /** Every day on which bills are run or paid, up to and with today. */
    List<LocalDate> days() {
        var days = new ArrayList<LocalDate>();
        for (var month = began; !month.isAfter(today); month = month.plusMonths(1)) {
            days.add(month);
            days.add(month.withDayOfMonth(MID_MONTH));
            PAY_DAYS.forEach(day -> days.add(days.getLast().withDayOfMonth(day)));
        }
        days.add(today);
        return days.stream().filter(day -> !day.isAfter(today)).distinct().sorted().toList();
    }

    /** The day a customer of the demo came. */
    LocalDate start(DemoCustomer customer) {
        return began.plusMonths(customer.monthsLater()).withDayOfMonth(customer.startDay());
    }

    /** Whether a customer pays on {@code day}: on their pay day, as long as they pay at all. */
    boolean pays(DemoCustomer customer, LocalDate day) {
        return switch (customer.habit()) {
            case NEVER_PAYS -> false;
            case PAYS_BY_CARD, PAYS_BY_TRANSFER ->
                    day.getDayOfMonth() == customer.payDay()
                            && !day.isAfter(today.minusMonths(customer.monthsBehind()));
        };
    }
}
