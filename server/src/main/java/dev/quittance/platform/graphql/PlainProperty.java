package dev.quittance.platform.graphql;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.LightDataFetcher;
import graphql.schema.PropertyDataFetcher;
import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads a field from the record component or record method of its name, by a call that is bound
 * once for each type; from anything that is no record as GraphQL does it by itself.
 */
final class PlainProperty implements LightDataFetcher<@Nullable Object> {
    private static final MethodHandles.Lookup OURS = MethodHandles.lookup();
    private static final MethodType FUNCTION = MethodType.methodType(Function.class);
    private static final MethodType APPLY = MethodType.methodType(Object.class, Object.class);

    private final String name;
    private final PropertyDataFetcher<Object> other;
    private final Map<Class<?>, Property> properties = new ConcurrentHashMap<>();

    /** How to read it from one type; null for what GraphQL does by itself. */
    private record Property(@Nullable Function<Object, @Nullable Object> call) {}

    PlainProperty(String name) {
        this.name = name;
        this.other = PropertyDataFetcher.fetching(name);
    }

    @Override
    public @Nullable Object get(
            GraphQLFieldDefinition field,
            @Nullable Object source,
            Supplier<DataFetchingEnvironment> environment)
            throws Exception {
        if (source == null) {
            return null;
        }
        var call = properties.computeIfAbsent(source.getClass(), this::property).call();
        return call == null ? other.get(field, source, environment) : call.apply(source);
    }

    @Override
    public @Nullable Object get(DataFetchingEnvironment environment) throws Exception {
        return get(environment.getFieldDefinition(), environment.getSource(), () -> environment);
    }

    private Property property(Class<?> type) {
        return new Property(
                type.isRecord()
                                && Arrays.stream(type.getMethods())
                                        .anyMatch(
                                                method ->
                                                        method.getName().equals(name)
                                                                && method.getParameterCount() == 0)
                        ? bound(type)
                        : null);
    }

    @SuppressWarnings("unchecked")
    private Function<Object, @Nullable Object> bound(Class<?> type) {
        try {
            var lookup = MethodHandles.privateLookupIn(type, OURS);
            var method = lookup.unreflect(type.getMethod(name));
            return (Function<Object, @Nullable Object>)
                    LambdaMetafactory.metafactory(
                                    lookup, "apply", FUNCTION, APPLY, method, method.type().wrap())
                            .getTarget()
                            .invoke();
        } catch (Throwable e) {
            throw new IllegalStateException("Can't read %s of %s".formatted(name, type), e);
        }
    }
}
