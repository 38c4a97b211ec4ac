package dev.quittance.catalog;

import dev.quittance.platform.Faults;
import dev.quittance.platform.Ids;
import dev.quittance.platform.Texts;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A product to be added. */
public record NewProduct(String name, @Nullable String description, @Nullable UUID taxCategoryId) {
    static final int LONGEST_NAME = 200;
    static final int LONGEST_DESCRIPTION = 2000;

    Product checked(Faults faults) {
        return new Product(
                Ids.next(),
                Texts.name(faults, "name", name, LONGEST_NAME),
                Texts.note(faults, "description", description, LONGEST_DESCRIPTION),
                taxCategoryId);
    }
}
