package dev.quittance.testing;

import java.util.ArrayList;
import java.util.List;
import org.springframework.graphql.test.tester.GraphQlTester;

/** What a request is refused with at the top of its answer. */
public final class Refusals {
    private Refusals() {}

    /** The types of the errors, {@code FORBIDDEN}; empty when there were none. */
    public static List<String> of(GraphQlTester tester, String document) {
        return of(tester.document(document));
    }

    public static List<String> of(GraphQlTester.Request<?> request) {
        var types = new ArrayList<String>();
        request.execute()
                .errors()
                .satisfy(
                        errors ->
                                errors.forEach(
                                        error -> types.add(String.valueOf(error.getErrorType()))));
        return types;
    }
}
