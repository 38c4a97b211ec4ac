package dev.quittance.catalog;

import dev.quittance.platform.MoneyInput;
import org.jspecify.annotations.Nullable;

/** A plan's price in one currency as it was sent. */
public record PlanPriceInput(MoneyInput price, @Nullable MoneyInput setupFee) {}
