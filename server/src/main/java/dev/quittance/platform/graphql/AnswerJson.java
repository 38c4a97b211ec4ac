package dev.quittance.platform.graphql;

import java.util.Collection;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.util.ByteArrayBuilder;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes an answer. It is nothing but maps, lists and plain values, so that no serializer need be
 * looked up for each of them.
 */
@Component
final class AnswerJson {
    private static final int FIRST_BLOCK = 16 * 1024;

    private final JsonMapper json;

    AnswerJson(JsonMapper json) {
        this.json = json;
    }

    byte[] bytes(Map<String, Object> answer) {
        return bytes(out -> write(out, answer));
    }

    /** What is written by {@code part}. */
    byte[] bytes(Consumer<JsonGenerator> part) {
        try (var bytes = new ByteArrayBuilder(FIRST_BLOCK)) {
            try (var out = json.createGenerator(bytes)) {
                part.accept(out);
            }
            return bytes.toByteArray();
        }
    }

    static void write(JsonGenerator out, @Nullable Object value) {
        switch (value) {
            case null -> out.writeNull();
            case String text -> out.writeString(text);
            case WrittenJson written -> out.writeRawValue(written);
            case Map<?, ?> object -> writeObject(out, object);
            case Collection<?> array -> writeArray(out, array);
            case Integer number -> out.writeNumber(number);
            case Long number -> out.writeNumber(number);
            case Boolean flag -> out.writeBoolean(flag);
            default -> out.writePOJO(value);
        }
    }

    private static void writeObject(JsonGenerator out, Map<?, ?> object) {
        out.writeStartObject();
        for (var entry : object.entrySet()) {
            out.writeName(String.valueOf(entry.getKey()));
            write(out, entry.getValue());
        }
        out.writeEndObject();
    }

    private static void writeArray(JsonGenerator out, Collection<?> array) {
        out.writeStartArray();
        array.forEach(one -> write(out, one));
        out.writeEndArray();
    }
}
