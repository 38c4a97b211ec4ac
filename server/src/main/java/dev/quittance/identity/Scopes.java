package dev.quittance.identity;

import com.nimbusds.oauth2.sdk.Scope;
import dev.quittance.platform.Permission;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Permissions as OAuth2 writes them: by their names, with spaces between. */
final class Scopes {
    private static final Map<String, Permission> BY_NAME =
            Arrays.stream(Permission.values())
                    .collect(Collectors.toMap(Enum::name, Function.identity()));

    private Scopes() {}

    static Optional<Permission> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /**
     * Narrows {@code held} to what is asked for; all of it when nothing is. Empty when something is
     * asked for that is not held.
     */
    static Optional<Set<Permission>> narrow(Collection<Permission> held, @Nullable Scope asked) {
        if (asked == null || asked.isEmpty()) {
            return Optional.of(EnumSet.copyOf(held));
        }
        var names = asked.toStringList();
        var granted =
                held.stream()
                        .filter(scope -> names.contains(scope.name()))
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Permission.class)));
        return granted.size() == Set.copyOf(names).size() ? Optional.of(granted) : Optional.empty();
    }
}
