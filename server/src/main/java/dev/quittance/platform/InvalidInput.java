package dev.quittance.platform;

import java.util.List;

/**
 * Fields of the input that can't be accepted. Nothing was changed.
 *
 * @param message the first fault
 */
public record InvalidInput(String message, List<FieldFault> fields) implements Problem {

    public InvalidInput {
        fields = List.copyOf(fields);
    }

    public static InvalidInput of(String path, String message) {
        return of(List.of(new FieldFault(path, message)));
    }

    /** The same, found in the part {@code path} of a larger input. */
    public InvalidInput within(String path) {
        return of(
                fields.stream()
                        .map(one -> new FieldFault(path + "." + one.path(), one.message()))
                        .toList());
    }

    public static InvalidInput of(List<FieldFault> fields) {
        return new InvalidInput(fields.getFirst().message(), fields);
    }
}
