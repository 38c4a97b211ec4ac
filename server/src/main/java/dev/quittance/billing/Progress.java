package dev.quittance.billing;

import java.util.Map;
import java.util.TreeMap;
import org.joda.money.Money;

/** What one step of a run adds to its figures. */
record Progress(int done, int invoices, int parked, Map<String, Long> totals) {

    static Progress of(int done, Iterable<Money> invoices, int parked) {
        var totals = new TreeMap<String, Long>();
        var count = 0;
        for (var total : invoices) {
            totals.merge(total.getCurrencyUnit().getCode(), total.getAmountMinorLong(), Long::sum);
            count++;
        }
        return new Progress(done, count, parked, totals);
    }
}
