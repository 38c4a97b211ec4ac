package dev.quittance.platform;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import graphql.relay.Connection;
import graphql.schema.DataFetchingEnvironment;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A page of the list below one thing, read together with those below the other things of an answer.
 *
 * @param asked what else was asked for, a filter for instance; equal ones share a statement
 */
public record Below<A>(UUID parent, A asked, Page page) {

    /** Where nothing else can be asked for. */
    public enum Nothing {
        NOTHING
    }

    /** A page of a list that takes no filter. */
    public static Below<Nothing> of(UUID parent, Page page) {
        return new Below<>(parent, Nothing.NOTHING, page);
    }

    /** A row and what it stands below. */
    public record Row<T>(UUID parent, T row) {}

    /** Reads the same page below each of several things, in one statement. */
    public interface Reader<A, T> {
        Flux<Row<T>> read(Collection<UUID> parents, A asked, Page page);
    }

    /** Whether the present field stands below a list, where others beside it may ask the same. */
    public static boolean aList(DataFetchingEnvironment environment) {
        var path = environment.getExecutionStepInfo().getPath();
        while (path != null && !path.isListSegment()) {
            path = path.getParent();
        }
        return path != null;
    }

    private record Question<A>(A asked, Page page) {}

    /**
     * Makes a list known by the name of the controller's argument {@code DataLoader<Below<A>,
     * Connection<T>>}; {@code key} gives what the next page's {@code after} will be.
     */
    public static <A, T> void register(
            BatchLoaderRegistry registry,
            String name,
            Reader<A, T> reader,
            Function<T, List<String>> key) {
        registry.<Below<A>, Connection<T>>forName(name)
                .registerMappedBatchLoader((asked, _) -> answers(asked, reader, key));
    }

    private static <A, T> Mono<Map<Below<A>, Connection<T>>> answers(
            Set<Below<A>> asked, Reader<A, T> reader, Function<T, List<String>> key) {
        var same =
                asked.stream().collect(groupingBy(one -> new Question<>(one.asked(), one.page())));
        return Flux.fromIterable(same.entrySet())
                .concatMap(
                        each ->
                                found(each.getKey(), each.getValue(), reader)
                                        .flatMapIterable(
                                                rows ->
                                                        connections(each.getValue(), rows, key)
                                                                .entrySet()))
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private static <A, T> Mono<Map<UUID, List<T>>> found(
            Question<A> question, List<Below<A>> of, Reader<A, T> reader) {
        return reader.read(
                        of.stream().map(Below::parent).toList(), question.asked(), question.page())
                .collect(groupingBy(Row::parent, mapping(Row::row, toList())));
    }

    private static <A, T> Map<Below<A>, Connection<T>> connections(
            List<Below<A>> of, Map<UUID, List<T>> rows, Function<T, List<String>> key) {
        return of.stream()
                .collect(
                        toMap(
                                Function.identity(),
                                one ->
                                        one.page()
                                                .connection(
                                                        rows.getOrDefault(one.parent(), List.of()),
                                                        key)));
    }
}
