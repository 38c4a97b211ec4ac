package dev.quittance.platform.graphql;

import graphql.schema.DataFetchingEnvironment;
import org.joda.money.Money;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;

/** Scalars and the types that platform itself maps. */
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
                                type.dataFetcher("amount", env -> amount(env).getAmount())
                                        .dataFetcher(
                                                "currency", env -> amount(env).getCurrencyUnit()));
    }

    private static Money amount(DataFetchingEnvironment env) {
        Money money = env.getSource();
        return java.util.Objects.requireNonNull(money);
    }
}
