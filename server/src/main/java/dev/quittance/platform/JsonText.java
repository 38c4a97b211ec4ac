package dev.quittance.platform;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * The JSON we keep in the database: events, outcomes, explanations. Amounts as {@code "USD 2.50"},
 * days as text, properties in alphabetical order so that equal values are equal texts.
 */
public final class JsonText {
    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .addModule(money())
                    .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                    .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                    .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .disable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                    .build();

    private JsonText() {}

    public static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    public static byte[] bytes(Object value) {
        return write(value).getBytes(StandardCharsets.UTF_8);
    }

    public static <T> T read(String text, Class<T> type) {
        return MAPPER.readValue(text, type);
    }

    private static SimpleModule money() {
        return new SimpleModule("money")
                .addSerializer(Money.class, text(Money.class))
                .addDeserializer(Money.class, parsed(Money::parse))
                .addSerializer(CurrencyUnit.class, text(CurrencyUnit.class))
                .addDeserializer(CurrencyUnit.class, parsed(CurrencyUnit::of))
                .addSerializer(BigDecimal.class, text(BigDecimal.class))
                .addDeserializer(BigDecimal.class, parsed(BigDecimal::new));
    }

    private static <T> ValueSerializer<T> text(Class<T> type) {
        return new ValueSerializer<>() {
            @Override
            public Class<?> handledType() {
                return type;
            }

            @Override
            public void serialize(T value, JsonGenerator json, SerializationContext context) {
                json.writeString(
                        value instanceof BigDecimal number
                                ? number.toPlainString()
                                : value.toString());
            }
        };
    }

    private interface Parser<T> {
        T parse(String text);
    }

    private static <T> ValueDeserializer<T> parsed(Parser<T> parser) {
        return new ValueDeserializer<>() {
            @Override
            public T deserialize(JsonParser json, DeserializationContext context) {
                return parser.parse(json.getValueAsString());
            }
        };
    }
}
