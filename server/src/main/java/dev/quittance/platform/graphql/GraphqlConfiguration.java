package dev.quittance.platform.graphql;

import dev.quittance.platform.Settings;
import graphql.parser.ParserOptions;
import graphql.schema.LightDataFetcher;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.joda.money.Money;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.ExecutionGraphQlService;
import org.springframework.graphql.execution.DataFetcherExceptionResolver;
import org.springframework.graphql.execution.DataLoaderRegistrar;
import org.springframework.graphql.execution.DefaultExecutionGraphQlService;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;

/** How GraphQL is put together: scalars, money, limits, refusals, checks at the start. */
@Configuration(proxyBeanMethods = false)
class GraphqlConfiguration {

    @Bean
    RuntimeWiringConfigurer scalars() {
        return wiring -> Scalars.ALL.forEach(scalar -> wiring.scalar(scalar.type()));
    }

    @Bean
    RuntimeWiringConfigurer money() {
        return wiring ->
                wiring.type(
                        "Money",
                        type ->
                                type.dataFetcher("amount", of(Money::getAmount))
                                        .dataFetcher("currency", of(Money::getCurrencyUnit)));
    }

    @Bean
    ExecutionGraphQlService execution(GraphQlSource source, DataLoaderRegistrar loaders) {
        var service = new DefaultExecutionGraphQlService(source);
        return request -> {
            request.configureExecutionInput(
                    (input, builder) ->
                            builder.dataLoaderRegistry(
                                            new LoadersOnDemand(loaders, input.getGraphQLContext()))
                                    .build());
            return service.execute(request);
        };
    }

    @Bean
    GraphQlSourceBuilderCustomizer front(
            Settings settings, List<DataFetcherExceptionResolver> resolvers, AnswerJson json) {
        ParserOptions.setDefaultOperationParserOptions(
                ParserOptions.getDefaultOperationParserOptions()
                        .transform(options -> options.maxTokens(settings.graphql().maxTokens())));
        var documents = new Documents();
        var queries =
                new PlainSubtrees(
                        DataFetcherExceptionResolver.createExceptionHandler(resolvers), json);
        return builder ->
                builder.typeVisitors(List.of(new PlainProperties(), new Refusals()))
                        .configureGraphQl(
                                graphQl ->
                                        graphQl.preparsedDocumentProvider(documents)
                                                .queryExecutionStrategy(queries));
    }

    @Bean
    GraphQlSourceBuilderCustomizer checks(Settings settings) {
        var records = new ServedRecords();
        var checks = new SchemaChecks(settings.graphql().strict());
        return builder ->
                builder.inspectSchemaMappings(
                        inspector ->
                                inspector.classResolver((type, _) -> records.named(type.getName())),
                        checks::check);
    }

    /** A plain property, kept clear of the work that fetchers of ours are wrapped in. */
    private static LightDataFetcher<Object> of(Function<Money, Object> property) {
        return new LightDataFetcher<>() {
            @Override
            public Object get(
                    graphql.schema.GraphQLFieldDefinition field,
                    Object source,
                    java.util.function.Supplier<graphql.schema.DataFetchingEnvironment> env) {
                return property.apply((Money) source);
            }

            @Override
            public Object get(graphql.schema.DataFetchingEnvironment env) {
                Money money = env.getSource();
                return property.apply(Objects.requireNonNull(money));
            }
        };
    }
}
