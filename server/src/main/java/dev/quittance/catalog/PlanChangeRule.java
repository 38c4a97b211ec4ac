package dev.quittance.catalog;

import java.util.UUID;

/** When a change from one plan to another takes effect: the merchant's word, never a guess. */
public record PlanChangeRule(UUID fromPlanId, UUID toPlanId, ChangeTiming timing) {}
