package dev.quittance.platform.graphql;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.GraphQLScalarType;
import java.util.Locale;
import java.util.function.Function;

/**
 * A scalar that is a string on the wire.
 *
 * @param rule says what fits, to finish the sentence "… must be"
 * @param read makes the value; any exception means that it does not fit
 */
record TextScalar<T>(
        String name, String rule, Function<String, T> read, Function<Object, String> write)
        implements Coercing<T, String> {

    GraphQLScalarType type() {
        return GraphQLScalarType.newScalar().name(name).coercing(this).build();
    }

    @Override
    public String serialize(Object value, GraphQLContext context, Locale locale) {
        return write.apply(value);
    }

    @Override
    public T parseValue(Object input, GraphQLContext context, Locale locale) {
        if (input instanceof String text) {
            try {
                return read.apply(text);
            } catch (RuntimeException unfit) {
                // Told below; the parser's own words are for programmers.
            }
        }
        throw new CoercingParseValueException("must be " + rule);
    }

    @Override
    public T parseLiteral(
            Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
        if (input instanceof StringValue text && text.getValue() != null) {
            try {
                return read.apply(text.getValue());
            } catch (RuntimeException unfit) {
                // Told below.
            }
        }
        throw new CoercingParseLiteralException("must be " + rule);
    }
}
