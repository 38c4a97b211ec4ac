package dev.quittance.platform;

import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.ArgumentValue;

/** What may be missing: fields of an input that are left out, and values that are null in SQL. */
public final class Given {

    private Given() {}

    /**
     * For inputs in which what is left out stays as it is and an explicit null empties: the value
     * that was given, null included; {@code present} where it was left out.
     */
    public static <T> @Nullable T or(ArgumentValue<T> argument, @Nullable T present) {
        return argument.isOmitted() ? present : argument.value();
    }

    /** A value to bind that may be null; {@code bind} itself refuses null. */
    public static <T> Parameter sql(@Nullable T value, Class<T> type) {
        return value == null ? Parameters.in(type) : Parameters.in(value);
    }
}
