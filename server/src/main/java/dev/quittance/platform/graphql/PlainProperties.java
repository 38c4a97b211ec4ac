package dev.quittance.platform.graphql;

import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchemaElement;
import graphql.schema.GraphQLTypeVisitorStub;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;

/** Gives each field that no controller answers a {@link PlainProperty}. */
class PlainProperties extends GraphQLTypeVisitorStub {

    @Override
    public TraversalControl visitGraphQLFieldDefinition(
            GraphQLFieldDefinition field, TraverserContext<GraphQLSchemaElement> context) {
        if (context.getParentNode() instanceof GraphQLObjectType type
                && !type.getName().startsWith("__")) {
            var registry = context.getVarFromParents(GraphQLCodeRegistry.Builder.class);
            registry.dataFetcherIfAbsent(
                    FieldCoordinates.coordinates(type, field), new PlainProperty(field.getName()));
        }
        return TraversalControl.CONTINUE;
    }
}
