package dev.quittance.invoicing;

import java.math.BigDecimal;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What is to be given back of one line of an invoice: so many units, or an amount without tax.
 *
 * @param quantity above zero; null where {@code amount} is given
 */
public record CreditWish(UUID line, @Nullable BigDecimal quantity, @Nullable Money amount) {}
