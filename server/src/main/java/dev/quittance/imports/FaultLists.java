package dev.quittance.imports;

import dev.quittance.platform.Below;
import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.execution.BatchLoaderRegistry;

/** Makes the faults of many imports at once known as {@code importFaults}. */
@Configuration(proxyBeanMethods = false)
class FaultLists {
    FaultLists(ImportRowRepository repository, BatchLoaderRegistry registry) {
        Below.<Below.Nothing, ImportFault>register(
                registry,
                "importFaults",
                (imports, _, page) -> repository.faults(imports, page),
                fault -> List.of(Integer.toString(fault.line()), Integer.toString(fault.part())));
    }
}
