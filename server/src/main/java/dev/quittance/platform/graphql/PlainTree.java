package dev.quittance.platform.graphql;

import graphql.GraphQLContext;
import graphql.execution.ExecutionContext;
import graphql.execution.FieldCollector;
import graphql.execution.FieldCollectorParameters;
import graphql.execution.MergedField;
import graphql.schema.Coercing;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.LightDataFetcher;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.io.SerializedString;

/**
 * What a request selects of an object type, where all of it and all below are plain properties: it
 * is read in one go, without a path, a step and a future for each field.
 */
final class PlainTree {
    private static final FieldCollector COLLECTOR = new FieldCollector();

    private final GraphQLObjectType type;
    private final List<Field> fields;

    /** A selected field, how to read it, and what its value becomes in the answer. */
    private record Field(
            SerializedString key,
            GraphQLFieldDefinition definition,
            @Nullable LightDataFetcher<?> property,
            Shape shape) {}

    /** What a type makes of a value. */
    private sealed interface Shape {
        record Required(Shape shape) implements Shape {}

        record Many(Shape element) implements Shape {}

        record Tree(PlainTree tree) implements Shape {}

        record Scalar(Coercing<?, ?> coercing) implements Shape {}

        record Choice(GraphQLEnumType type) implements Shape {}

        /** {@code __typename}. */
        record TypeName(String name) implements Shape {}
    }

    /** Something that only the ordinary way can answer, or find the right error for. */
    static final class NotPlain extends RuntimeException {
        private static final NotPlain HERE = new NotPlain();

        private NotPlain() {
            super("Not a plain property", null, false, false);
        }
    }

    private PlainTree(GraphQLObjectType type, List<Field> fields) {
        this.type = type;
        this.fields = fields;
    }

    /** What {@code field} selects of {@code type}; empty where anything of it is no property. */
    static Optional<PlainTree> of(
            ExecutionContext request, MergedField field, GraphQLObjectType type) {
        if (type.getName().startsWith("__")) {
            return Optional.empty();
        }
        var collected =
                COLLECTOR.collectFields(
                        FieldCollectorParameters.newParameters()
                                .schema(request.getGraphQLSchema())
                                .objectType(type)
                                .fragments(request.getFragmentsByName())
                                .variables(request.getCoercedVariables().toMap())
                                .graphQLContext(request.getGraphQLContext())
                                .build(),
                        field);
        var fields = new ArrayList<Field>(collected.size());
        for (var selected : collected.getSubFieldsList()) {
            var plain = field(request, selected, type);
            if (plain == null) {
                return Optional.empty();
            }
            fields.add(plain);
        }
        return Optional.of(new PlainTree(type, fields));
    }

    GraphQLObjectType type() {
        return type;
    }

    private static @Nullable Field field(
            ExecutionContext request, MergedField selected, GraphQLObjectType parent) {
        if (selected.getName().equals("__typename")) {
            var definition = request.getGraphQLSchema().getIntrospectionTypenameFieldDefinition();
            var name = new Shape.TypeName(parent.getName());
            return new Field(key(selected), definition, null, name);
        }
        var definition = parent.getFieldDefinition(selected.getName());
        if (definition == null) {
            return null;
        }
        var fetcher =
                request.getGraphQLSchema().getCodeRegistry().getDataFetcher(parent, definition);
        var shape = shape(request, selected, definition.getType());
        return shape != null && fetcher instanceof LightDataFetcher<?> property
                ? new Field(key(selected), definition, property, shape)
                : null;
    }

    private static SerializedString key(MergedField selected) {
        return new SerializedString(selected.getResultKey());
    }

    private static @Nullable Shape shape(
            ExecutionContext request, MergedField field, GraphQLType type) {
        return switch (type) {
            case GraphQLNonNull required -> {
                var inner = shape(request, field, required.getWrappedType());
                yield inner == null ? null : new Shape.Required(inner);
            }
            case GraphQLList list -> {
                var element = shape(request, field, list.getWrappedType());
                yield element == null ? null : new Shape.Many(element);
            }
            case GraphQLScalarType scalar -> new Shape.Scalar(scalar.getCoercing());
            case GraphQLEnumType choice -> new Shape.Choice(choice);
            case GraphQLObjectType object ->
                    of(request, field, object).<Shape>map(Shape.Tree::new).orElse(null);
            default -> null;
        };
    }

    /**
     * Writes the answer for one object, or for a list of them.
     *
     * @throws NotPlain where the ordinary way has to take over; what is written until then is void
     */
    void write(JsonGenerator out, Object source, GraphQLType wanted, ExecutionContext request) {
        new Writing(out, request.getGraphQLContext(), request.getLocale())
                .value(new Shape.Required(shapeOf(wanted)), source);
    }

    private Shape shapeOf(GraphQLType wanted) {
        return switch (GraphQLTypeUtil.unwrapNonNull(wanted)) {
            case GraphQLList list -> new Shape.Many(element(list.getWrappedType()));
            default -> new Shape.Tree(this);
        };
    }

    private Shape element(GraphQLType element) {
        var shape = shapeOf(element);
        return GraphQLTypeUtil.isNonNull(element) ? new Shape.Required(shape) : shape;
    }

    /** Writes for one request. */
    private record Writing(JsonGenerator out, GraphQLContext context, Locale locale) {
        private static final Supplier<DataFetchingEnvironment> NO_ENVIRONMENT =
                () -> {
                    throw NotPlain.HERE;
                };

        void value(Shape shape, @Nullable Object value) {
            switch (shape) {
                case Shape.Required(var inner) -> {
                    if (value == null && !(inner instanceof Shape.TypeName)) {
                        throw NotPlain.HERE;
                    }
                    value(inner, value);
                }
                case Shape.TypeName(var name) -> out.writeString(name);
                case Shape _ when value == null -> out.writeNull();
                case Shape.Scalar(var coercing) ->
                        AnswerJson.write(out, coercing.serialize(settled(value), context, locale));
                case Shape.Choice(var type) ->
                        AnswerJson.write(out, type.serialize(settled(value), context, locale));
                case Shape.Many(var element) -> many(element, value);
                case Shape.Tree(var tree) -> object(tree, settled(value));
            }
        }

        private void many(Shape element, Object value) {
            if (!(value instanceof Collection<?> all)) {
                throw NotPlain.HERE;
            }
            out.writeStartArray();
            for (var one : all) {
                value(element, one);
            }
            out.writeEndArray();
        }

        private void object(PlainTree tree, Object source) {
            out.writeStartObject();
            for (var field : tree.fields) {
                out.writeName(field.key());
                value(field.shape(), property(field, source));
            }
            out.writeEndObject();
        }

        private @Nullable Object property(Field field, Object source) {
            if (field.property() == null) {
                return null;
            }
            try {
                return field.property().get(field.definition(), source, NO_ENVIRONMENT);
            } catch (Exception e) {
                throw NotPlain.HERE;
            }
        }

        private static Object settled(Object value) {
            if (value instanceof CompletionStage
                    || value instanceof Publisher
                    || value instanceof Optional) {
                throw NotPlain.HERE;
            }
            return value;
        }
    }
}
