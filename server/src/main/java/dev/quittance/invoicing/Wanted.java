package dev.quittance.invoicing;

import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.SelectionSet;
import graphql.schema.DataFetchingEnvironment;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which parts of invoices a reader asked for, so that one look at the question decides what is
 * loaded and everything below it is a plain property.
 */
record Wanted(boolean lines, boolean taxRows, boolean parties) {
    static final Wanted ALL = new Wanted(true, true, true);
    private static final List<String> PATH = List.of("edges", "node");
    private static final Set<String> PARTIES = Set.of("seller", "buyer", "bankDetails");

    /** What the present field, a connection of invoices, is asked for. */
    static Wanted inConnection(DataFetchingEnvironment environment) {
        var asked = new HashSet<String>();
        for (var field : environment.getMergedField().getFields()) {
            gather(field.getSelectionSet(), 0, environment.getFragmentsByName(), asked);
        }
        return new Wanted(
                asked.contains("lines"),
                asked.contains("taxRows"),
                PARTIES.stream().anyMatch(asked::contains));
    }

    /** Walks down the path, and notes the names below it. */
    private static void gather(
            @Nullable SelectionSet selected,
            int depth,
            Map<String, FragmentDefinition> fragments,
            Set<String> asked) {
        if (selected == null) {
            return;
        }
        for (var field : selected.getSelectionsOfType(Field.class)) {
            if (depth == PATH.size()) {
                asked.add(field.getName());
            } else if (field.getName().equals(PATH.get(depth))) {
                gather(field.getSelectionSet(), depth + 1, fragments, asked);
            }
        }
        for (var fragment : selected.getSelectionsOfType(InlineFragment.class)) {
            gather(fragment.getSelectionSet(), depth, fragments, asked);
        }
        for (var spread : selected.getSelectionsOfType(FragmentSpread.class)) {
            var fragment = fragments.get(spread.getName());
            gather(fragment == null ? null : fragment.getSelectionSet(), depth, fragments, asked);
        }
    }
}
