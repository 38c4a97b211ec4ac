package dev.quittance.platform.graphql;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.util.ClassUtils;

/**
 * The classes of ours by simple name, records nested in sealed interfaces included: a union's
 * member is found by the name it shares with its record.
 */
final class ServedRecords {
    private static final String OURS = "dev.quittance";

    private final Map<String, List<Class<?>>> byName;

    ServedRecords() {
        var scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(
                (reader, _) ->
                        "java.lang.Record".equals(reader.getClassMetadata().getSuperClassName()));
        byName =
                scan.findCandidateComponents(OURS).stream()
                        .<Class<?>>map(
                                found ->
                                        ClassUtils.resolveClassName(
                                                String.valueOf(found.getBeanClassName()), null))
                        .collect(Collectors.groupingBy(Class::getSimpleName));
    }

    List<Class<?>> named(String name) {
        return byName.getOrDefault(name, List.of());
    }
}
