package dev.quittance.billing;

import dev.quittance.platform.Below;
import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.execution.BatchLoaderRegistry;

/** Makes the proposals of many dry runs at once known as {@code proposals}. */
@Configuration(proxyBeanMethods = false)
class ProposalLists {
    ProposalLists(ProposalRepository repository, BatchLoaderRegistry registry) {
        Below.<Below.Nothing, BillProposal>register(
                registry,
                "proposals",
                (runs, _, page) -> repository.below(runs, page),
                proposal -> List.of(proposal.customerName(), proposal.id().toString()));
    }
}
