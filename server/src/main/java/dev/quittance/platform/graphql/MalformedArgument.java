package dev.quittance.platform.graphql;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindException;
import org.springframework.validation.FieldError;

/** Names the argument that its Java type could not take: for the most part an id that is none. */
final class MalformedArgument {

    private MalformedArgument() {}

    /** The path of the first value that was rejected, {@code input.customerId}. */
    static String in(BindException failure, Map<String, Object> arguments) {
        var rejected =
                failure.getAllErrors().stream()
                        .filter(FieldError.class::isInstance)
                        .map(error -> ((FieldError) error).getRejectedValue())
                        .findFirst()
                        .orElse(null);
        var path = find("", arguments, rejected);
        return path == null ? String.join(", ", arguments.keySet()) : path;
    }

    private static @Nullable String find(
            String path, @Nullable Object value, @Nullable Object rejected) {
        return switch (value) {
            case Map<?, ?> fields -> {
                String found = null;
                for (var field : fields.entrySet()) {
                    var name = path.isEmpty() ? "" + field.getKey() : path + "." + field.getKey();
                    found = found == null ? find(name, field.getValue(), rejected) : found;
                }
                yield found;
            }
            case Collection<?> rows -> {
                String found = null;
                var i = 0;
                for (var row : rows) {
                    var name = path + "[" + i++ + "]";
                    found = found == null ? find(name, row, rejected) : found;
                }
                yield found;
            }
            case null, default -> Objects.equals(value, rejected) ? path : null;
        };
    }
}
