package dev.quittance.catalog;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the merchant sells; plans and addons belong to one. */
public record Product(
        UUID id, String name, @Nullable String description, @Nullable UUID taxCategoryId) {}
