package dev.quittance.payouts;

import dev.quittance.platform.Below;
import dev.quittance.platform.Below.Nothing;
import dev.quittance.platform.Below.Row;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.execution.BatchLoaderRegistry;

/** Makes the parts of many payouts at once known as {@code payoutParts}. */
@Configuration(proxyBeanMethods = false)
class PayoutParts {
    PayoutParts(PayoutPartRepository repository, BatchLoaderRegistry registry) {
        Below.<Nothing, PayoutPart>register(
                registry,
                "payoutParts",
                (payouts, _, page) ->
                        repository
                                .ofPayouts(payouts, page)
                                .map(part -> new Row<>(part.payout(), part)),
                PayoutPartRepository::key);
    }
}
