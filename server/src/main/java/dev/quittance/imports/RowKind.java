package dev.quittance.imports;

import java.util.List;
import java.util.Set;
import reactor.core.publisher.Mono;

/**
 * What the rows of further kinds of files become: packages above offer it. Each step is a
 * transaction of its own with the file's row held, and says how far it came.
 */
public interface RowKind {

    /** The kinds that it knows, as {@code POST /imports?kind=…} names them. */
    Set<String> kinds();

    /** What the columns probably mean, as it is kept with the file; JSON. */
    String proposed(String kind, List<String> columns);

    /** Checks the next rows and changes nothing else; says whether there are more. */
    Mono<Boolean> check(ImportFile file);

    /** Takes the next good rows in; says whether there are more. */
    Mono<Boolean> run(ImportFile file);
}
