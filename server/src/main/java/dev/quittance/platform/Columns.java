package dev.quittance.platform;

import static java.util.Objects.requireNonNull;

import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a row by name: there, or an error that names the column; only {@code …OrNull} may
 * be null.
 */
public record Columns(Readable row) {

    public UUID id(String name) {
        return column(name, UUID.class);
    }

    public @Nullable UUID idOrNull(String name) {
        return row.get(name, UUID.class);
    }

    public String text(String name) {
        return column(name, String.class);
    }

    public @Nullable String textOrNull(String name) {
        return row.get(name, String.class);
    }

    public LocalDate day(String name) {
        return column(name, LocalDate.class);
    }

    public @Nullable LocalDate dayOrNull(String name) {
        return row.get(name, LocalDate.class);
    }

    public Instant at(String name) {
        return column(name, OffsetDateTime.class).toInstant();
    }

    public @Nullable Instant atOrNull(String name) {
        var at = row.get(name, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    public long number(String name) {
        return column(name, Long.class);
    }

    public @Nullable Long numberOrNull(String name) {
        return row.get(name, Long.class);
    }

    public int integer(String name) {
        return column(name, Integer.class);
    }

    public @Nullable Integer integerOrNull(String name) {
        return row.get(name, Integer.class);
    }

    public BigDecimal decimal(String name) {
        return column(name, BigDecimal.class);
    }

    public @Nullable BigDecimal decimalOrNull(String name) {
        return row.get(name, BigDecimal.class);
    }

    public boolean flag(String name) {
        return column(name, Boolean.class);
    }

    public byte[] bytes(String name) {
        return column(name, byte[].class);
    }

    public <E extends Enum<E>> E choice(String name, Class<E> choices) {
        return Enum.valueOf(choices, text(name));
    }

    public <E extends Enum<E>> @Nullable E choiceOrNull(String name, Class<E> choices) {
        var text = textOrNull(name);
        return text == null ? null : Enum.valueOf(choices, text);
    }

    /** The amount in {@code <name>_minor}, in the row's {@code currency}. */
    public Money money(String name) {
        return Amounts.ofMinor(number(name + "_minor"), text("currency"));
    }

    /** The amount in {@code <name>_minor}. */
    public Money money(String name, CurrencyUnit currency) {
        return Money.ofMinor(currency, number(name + "_minor"));
    }

    /** As {@link #money}, null when the column is. */
    public @Nullable Money moneyOrNull(String name) {
        var minor = numberOrNull(name + "_minor");
        return minor == null ? null : Amounts.ofMinor(minor, text("currency"));
    }

    /** As {@link #money}, null when the column is. */
    public @Nullable Money moneyOrNull(String name, CurrencyUnit currency) {
        var minor = numberOrNull(name + "_minor");
        return minor == null ? null : Money.ofMinor(currency, minor);
    }

    /** A jsonb column as {@code type}. */
    public <T> T json(String name, Class<T> type) {
        return JsonText.read(column(name, Json.class).asString(), type);
    }

    public <T> @Nullable T jsonOrNull(String name, Class<T> type) {
        var json = row.get(name, Json.class);
        return json == null ? null : JsonText.read(json.asString(), type);
    }

    private <T> T column(String name, Class<T> type) {
        return requireNonNull(row.get(name, type), name);
    }
}
