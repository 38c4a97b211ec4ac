package dev.quittance.contracting;

import dev.quittance.platform.Ids;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.graphql.test.tester.HttpGraphQlTester;

/** The acts on subscriptions as documents, so that tests tell only what matters to them. */
public final class Acts {
    static final String QUOTE =
            "lines { description quantity amount { amount currency } period { start end }"
                    + " explanation } net { amount } tax { amount } total { amount } actsOn"
                    + " nextInvoiceOn nextInvoiceTotal { amount } token";

    private static final String START =
            """
            mutation($i: StartSubscriptionInput!) { startSubscription(input: $i) {
              __typename
              ... on SubscriptionStarted {
                subscription { id number status startedOn anchorOn nextInvoiceOn minimumTermEndsOn
                  currentPeriod { start end } recurringTotal { amount } }
                invoice { id number status issuedOn total { amount } amountDue { amount }
                  lines { description net { amount } period { start end } explanation } } }
              ... on Problem { message }
              ... on InvalidInput { fields { path message } }
              ... on QuoteStale { quote { %s } }
            } }"""
                    .formatted(QUOTE);

    private static final String CANCEL =
            """
            mutation($i: CancelSubscriptionInput!) { cancelSubscription(input: $i) {
              __typename
              ... on SubscriptionCancelled { credit { amount }
                subscription { id status endedOn cancelsOn nextInvoiceOn cancelReason } }
              ... on CancellationScheduled { endsOn
                subscription { id status endedOn cancelsOn nextInvoiceOn cancelReason } }
              ... on Problem { message }
              ... on BoundByTerm { earliestEnd }
              ... on SubscriptionOver { endedOn }
              ... on InvalidInput { fields { path message } }
              ... on QuoteStale { quote { %s } }
            } }"""
                    .formatted(QUOTE);

    private static final String REMOVE =
            """
            mutation($i: RemoveScheduledCancellationInput!) { removeScheduledCancellation(input: $i) {
              __typename
              ... on ScheduledCancellationRemoved {
                subscription { id status cancelsOn nextInvoiceOn cancelReason } }
              ... on Problem { message }
            } }""";

    private final HttpGraphQlTester tester;

    public Acts(HttpGraphQlTester tester) {
        this.tester = tester;
    }

    GraphQlTester.Response start(Map<String, Object> input) {
        return run(START, keyed(input));
    }

    GraphQlTester.Response previewStart(Map<String, Object> input) {
        return run(
                "query($i: StartSubscriptionInput!) { previewStartSubscription(input: $i) { %s } }"
                        .formatted(QUOTE),
                keyed(input));
    }

    public GraphQlTester.Response cancel(UUID id, String when) {
        return cancel(Map.of("id", id, "when", when));
    }

    GraphQlTester.Response cancel(Map<String, Object> input) {
        return run(CANCEL, keyed(input));
    }

    GraphQlTester.Response previewCancel(UUID id, String when) {
        return run(
                "query($i: CancelSubscriptionInput!) { previewCancelSubscription(input: $i) { %s } }"
                        .formatted(QUOTE),
                keyed(Map.of("id", id, "when", when)));
    }

    GraphQlTester.Response removeScheduled(UUID id) {
        return run(REMOVE, Map.of("id", id));
    }

    /** The input with a key of its own unless it has one. */
    static Map<String, Object> keyed(Map<String, Object> input) {
        var keyed = new LinkedHashMap<String, Object>(input);
        keyed.putIfAbsent("idempotencyKey", Ids.next().toString());
        return keyed;
    }

    static Map<String, Object> with(Map<String, Object> input, String name, Object value) {
        var more = new LinkedHashMap<String, Object>(input);
        more.put(name, value);
        return more;
    }

    private GraphQlTester.Response run(String document, Map<String, Object> input) {
        return tester.document(document).variable("i", input).execute();
    }
}
