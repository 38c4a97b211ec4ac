package dev.quittance.imports;

import dev.quittance.customers.NewCustomer;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A customer with a subscription as a row of a file tells them.
 *
 * @param price the customer's own price of one period; null means the plan's
 * @param minimumTermMonths 0 without a minimum term
 * @param addons the names of the addons, each once
 */
record CustomerRow(
        NewCustomer customer, @Nullable Money price, int minimumTermMonths, List<String> addons) {}
