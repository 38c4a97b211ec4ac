package dev.quittance.invoicing;

import dev.quittance.platform.Asked;
import graphql.schema.DataFetchingEnvironment;
import java.util.Set;

/** Which parts of invoices a reader asked for: the others are not loaded. */
record Wanted(
        boolean lines, boolean explanations, boolean taxRows, boolean parties, boolean overdue) {
    static final Wanted ALL = new Wanted(true, true, true, true, true);
    private static final String NODE = "edges/node/";
    private static final String LINES = NODE + "lines";
    private static final Set<String> PARTIES = Set.of("seller", "buyer", "bankDetails");

    /** What the present field, a connection of invoices, is asked for. */
    static Wanted inConnection(DataFetchingEnvironment environment) {
        var asked = Asked.of(environment);
        return new Wanted(
                asked.contains(LINES),
                asked.contains(LINES + "/explanation"),
                asked.contains(NODE + "taxRows") || asked.contains(NODE + "taxExchange"),
                PARTIES.stream().anyMatch(party -> asked.contains(NODE + party)),
                asked.contains(NODE + "overdue"));
    }
}
