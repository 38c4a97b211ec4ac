package dev.quittance.platform;

import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.schema.DataFetchingEnvironment;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for below a field, as paths of names, {@code edges/node/lines}, so that one look at
 * the question decides what is loaded and everything below is a plain property.
 */
public record Asked(Set<String> paths) {

    public Asked {
        paths = Set.copyOf(paths);
    }

    /** What the present field is asked for. */
    public static Asked of(DataFetchingEnvironment environment) {
        var paths = new HashSet<String>();
        for (var field : environment.getMergedField().getFields()) {
            gather(field.getSelectionSet(), "", environment.getFragmentsByName(), paths);
        }
        return new Asked(paths);
    }

    public boolean contains(String path) {
        return paths.contains(path);
    }

    private static void gather(
            @Nullable SelectionSet selected,
            String before,
            Map<String, FragmentDefinition> fragments,
            Set<String> paths) {
        if (selected == null) {
            return;
        }
        for (Selection<?> selection : selected.getSelections()) {
            switch (selection) {
                case Field field -> {
                    paths.add(before + field.getName());
                    gather(
                            field.getSelectionSet(),
                            before + field.getName() + "/",
                            fragments,
                            paths);
                }
                case InlineFragment fragment ->
                        gather(fragment.getSelectionSet(), before, fragments, paths);
                case FragmentSpread spread -> {
                    var fragment = fragments.get(spread.getName());
                    gather(
                            fragment == null ? null : fragment.getSelectionSet(),
                            before,
                            fragments,
                            paths);
                }
                default -> throw new IllegalStateException("unknown selection " + selection);
            }
        }
    }
}
