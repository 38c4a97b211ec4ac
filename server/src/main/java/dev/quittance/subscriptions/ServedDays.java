package dev.quittance.subscriptions;

import dev.quittance.platform.Days;
import java.time.LocalDate;
import java.util.Comparator;

/** Since when a subscription has been served without a gap. */
final class ServedDays {
    private ServedDays() {}

    /** The first day of the present period on which the subscription was served. */
    static LocalDate termStart(Life life, LocalDate on) {
        var subscription = life.subscription();
        var n = BillingDates.termOf(subscription.anchorOn(), subscription.interval(), on);
        var start = BillingDates.date(subscription.anchorOn(), subscription.interval(), n);
        var served = servedFrom(life, on);
        return start.isBefore(served) ? served : start;
    }

    /** Versions of the plan follow each other without a gap from this day on. */
    private static LocalDate servedFrom(Life life, LocalDate on) {
        var plan = life.open().getFirst().id();
        var days =
                life.basis().items().stream()
                        .filter(item -> item.id().equals(plan) && item.from().isBefore(on))
                        .map(
                                item ->
                                        new Days(
                                                item.from(),
                                                item.until() == null
                                                        ? LocalDate.MAX
                                                        : item.until()))
                        .sorted(Comparator.comparing(Days::from).reversed())
                        .toList();
        var from = on;
        for (var version : days) {
            if (version.until().isBefore(from)) {
                break;
            }
            from = version.from();
        }
        return from;
    }
}
