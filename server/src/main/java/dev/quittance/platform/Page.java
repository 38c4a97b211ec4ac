package dev.quittance.platform;

import graphql.relay.Connection;
import graphql.relay.DefaultConnection;
import graphql.relay.DefaultConnectionCursor;
import graphql.relay.DefaultEdge;
import graphql.relay.DefaultPageInfo;
import graphql.relay.Edge;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of a long list are wanted: {@code first} of them, behind the row whose key is {@code
 * after} (empty for the beginning). Fetch one more than wanted, with {@code limit :first + 1}.
 */
public record Page(int first, List<String> after) {

    /** The most rows a page can have. */
    public static final int MOST = 100;

    private static final String SEPARATOR = "\u001F";
    private static final int LONGEST_CURSOR = 1000;

    public Page {
        after = List.copyOf(after);
    }

    /** What the arguments {@code first} and {@code after} of a connection ask for. */
    public static Page of(int first, @Nullable String cursor) {
        if (first < 1 || first > MOST) {
            throw new BadRequest("first", "must be between 1 and %d".formatted(MOST));
        }
        return new Page(first, cursor == null ? List.of() : key(cursor));
    }

    /** The key's part {@code i} as an id; null on the first page. */
    public @Nullable UUID id(int i) {
        return part(i, UUID::fromString);
    }

    /** The key's part {@code i} as a day; null on the first page. */
    public @Nullable LocalDate day(int i) {
        return part(i, LocalDate::parse);
    }

    /** The key's part {@code i} as a whole number; null on the first page. */
    public @Nullable Long number(int i) {
        return part(i, Long::valueOf);
    }

    /** The key's part {@code i}; null on the first page. */
    public @Nullable String text(int i) {
        return part(i, Function.identity());
    }

    /**
     * The wanted rows as a connection; {@code rows} holds one more than wanted if there are others
     * behind. {@code key} gives what the next page's {@code after} will be.
     */
    public <T> Connection<T> connection(List<T> rows, Function<T, List<String>> key) {
        List<Edge<T>> edges =
                rows.stream()
                        .limit(first)
                        .<Edge<T>>map(row -> new DefaultEdge<>(row, cursor(key.apply(row))))
                        .toList();
        var start = edges.isEmpty() ? null : edges.getFirst().getCursor();
        var end = edges.isEmpty() ? null : edges.getLast().getCursor();
        return new DefaultConnection<>(
                edges, new DefaultPageInfo(start, end, !after.isEmpty(), rows.size() > first));
    }

    private <T> @Nullable T part(int i, Function<String, T> parse) {
        if (after.isEmpty()) {
            return null;
        }
        try {
            return parse.apply(after.get(i));
        } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException e) {
            throw badCursor();
        }
    }

    private static List<String> key(String cursor) {
        try {
            if (!cursor.isEmpty() && cursor.length() <= LONGEST_CURSOR) {
                var text =
                        new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
                return List.of(text.split(SEPARATOR, -1));
            }
        } catch (IllegalArgumentException notOurs) {
            // Told below.
        }
        throw badCursor();
    }

    private static BadRequest badCursor() {
        return new BadRequest("after", "is not a cursor of this list");
    }

    private static DefaultConnectionCursor cursor(List<String> key) {
        return new DefaultConnectionCursor(
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(
                                String.join(SEPARATOR, key).getBytes(StandardCharsets.UTF_8)));
    }
}
