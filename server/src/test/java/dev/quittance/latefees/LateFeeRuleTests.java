package dev.quittance.latefees;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.graphql.execution.ErrorType;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Rules of late fees are set, refused, set apart and removed. */
class LateFeeRuleTests extends LateInvoice {

    static Stream<Arguments> bad() {
        return Stream.of(
                Arguments.of(
                        Map.of("firstDays", 0, "everyDays", 366, "times", 25, "percent", "0"),
                        List.of(
                                "firstDays must be between 1 and 365",
                                "everyDays must be between 1 and 365",
                                "times must be between 0 and 24",
                                "percent must be above 0 and at most 100, with at most 4 decimals")),
                Arguments.of(
                        Map.of("firstDays", 1, "times", -1, "percent", "100.0001"),
                        List.of(
                                "times must be between 0 and 24",
                                "percent must be above 0 and at most 100, with at most 4 decimals")),
                Arguments.of(
                        Map.of("firstDays", 1, "times", 1),
                        List.of("amounts must name a fee, or a percent must be given")),
                Arguments.of(
                        amounts(Map.of("currency", "JPY", "fixed", "0.5")),
                        List.of("amounts[0].fixed must have at most 0 decimals, as JPY has")),
                Arguments.of(
                        amounts(Map.of("currency", "KWD", "fixed", "0.0005")),
                        List.of("amounts[0].fixed must have at most 3 decimals, as KWD has")),
                Arguments.of(
                        amounts(
                                Map.of("currency", "EUR", "fixed", "5"),
                                Map.of("currency", "EUR", "fixed", "6")),
                        List.of("amounts must not name a currency twice")),
                Arguments.of(
                        amounts(Map.of("currency", "EUR", "fixed", "-5")),
                        List.of("amounts[0].fixed must be above zero")),
                Arguments.of(
                        amounts(Map.of("currency", "EUR", "fixed", "100000000000.01")),
                        List.of("amounts[0].fixed must be at most EUR 100000000000.00")),
                Arguments.of(
                        amounts(Map.of("currency", "EUR", "least", "5", "most", "6")),
                        List.of(
                                "amounts[0].fixed must be given, without a percent",
                                "amounts[0].least goes with a percent only",
                                "amounts[0].most goes with a percent only")),
                Arguments.of(
                        percent(Map.of("currency", "EUR", "fixed", "5")),
                        List.of(
                                "amounts[0].fixed does not go with a percent",
                                "amounts[0].least or a most must be given")),
                Arguments.of(
                        percent(
                                Map.of("currency", "USD", "most", "5"),
                                Map.of("currency", "EUR", "least", "5.01", "most", "5")),
                        List.of("amounts[1].most must not be below the least")));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void badRulesAreRefusedByFieldAndChangeNothing(Map<String, ?> rule, List<String> faults) {
        set(Map.of("firstDays", 9, "times", 1, "percent", "2"));
        assertThat(
                        asked(
                                        "setLateFeeRule",
                                        rule,
                                        "... on InvalidInput { fields { path message } }")
                                .path("setLateFeeRule.fields")
                                .entityList(FACTS)
                                .get())
                .extracting(fault -> fault.get("path") + " " + fault.get("message"))
                .containsExactlyElementsOf(faults);
        assertThat(all()).containsExactly("9 30 1 2 []");
    }

    @Test
    void aRuleIsOfAPlanOrOfACustomer() {
        assertThat(
                        asked(
                                        "setLateFeeRule",
                                        Map.of(
                                                "customerId",
                                                customer,
                                                "planId",
                                                plan(),
                                                "firstDays",
                                                1,
                                                "times",
                                                0),
                                        "... on InvalidInput { fields { path } }")
                                .path("setLateFeeRule.fields[*].path")
                                .entityList(String.class)
                                .get())
                .containsExactly("customerId");
        assertThat(all()).isEmpty();
    }

    @Test
    void theNearestRuleHolds() {
        set(Map.of("firstDays", 1, "times", 1, "percent", "1"));
        set(Map.of("planId", plan(), "firstDays", 2, "times", 1, "percent", "2"));
        clock.moveTo(due.plusDays(2));
        assertThat(fees()).containsExactly("1 2 1000.00 20.00 20.00");

        bill("USD", "1000", null);
        set(Map.of("planId", plan(), "firstDays", 2, "times", 1, "percent", "2"));
        set(Map.of("customerId", customer, "firstDays", 4, "times", 1, "percent", "4"));
        clock.moveTo(due.plusDays(5));
        assertThat(fees()).containsExactly("1 4 1000.00 40.00 40.00");
    }

    @Test
    void removedTheOneFartherAwayHoldsAgain() {
        set(Map.of("firstDays", 5, "times", 1, "percent", "5"));
        set(Map.of("customerId", customer, "firstDays", 2, "times", 1, "percent", "2"));
        act("removeLateFeeRule", Map.of("customerId", customer), "LateFeeRuleRemoved");
        clock.moveTo(due.plusDays(5));
        assertThat(fees()).containsExactly("1 5 1000.00 50.00 50.00");
        act("removeLateFeeRule", Map.of(), "LateFeeRuleRemoved");
        assertThat(all()).isEmpty();
        asked("removeLateFeeRule", Map.of(), "__typename")
                .errors()
                .satisfy(
                        errors ->
                                assertThat(errors)
                                        .singleElement()
                                        .extracting("errorType")
                                        .isEqualTo(ErrorType.NOT_FOUND));
    }

    @Test
    void setAgainAsItWasARuleGoesOn() {
        var rule =
                Map.of(
                        "firstDays",
                        3,
                        "times",
                        1,
                        "percent",
                        "1.50",
                        "amounts",
                        List.of(
                                Map.of("currency", "USD", "least", "5"),
                                Map.of("currency", "EUR", "most", "7.5")));
        set(rule);
        var since = since();
        clock.moveTo(clock.today().plusDays(1));
        set(rule);
        assertThat(since()).isEqualTo(since);
        assertThat(all()).containsExactly("3 30 1 1.5 [EUR null null 7.50, USD null 5.00 null]");
        set(Map.of("firstDays", 3, "times", 2, "percent", "1.5"));
        assertThat(since()).isEqualTo(clock.today().toString());
        assertThat(all()).containsExactly("3 30 2 1.5 []");
    }

    @Test
    void twentyWhoSetItAtOnceLeaveOne() {
        Flux.fromStream(IntStream.rangeClosed(1, 20).boxed())
                .flatMap(
                        fee ->
                                Mono.fromRunnable(() -> setOnce("USD", String.valueOf(fee)))
                                        .subscribeOn(Schedulers.boundedElastic()),
                        20)
                .blockLast();
        assertThat(all())
                .singleElement()
                .asString()
                .matches("3 30 1 null \\[USD \\d+.00 null null]");
    }

    private static Map<String, Object> amounts(Map<?, ?>... amounts) {
        return Map.of("firstDays", 1, "times", 1, "amounts", List.of(amounts));
    }

    private static Map<String, Object> percent(Map<?, ?>... amounts) {
        return Map.of("firstDays", 1, "times", 1, "percent", "1", "amounts", List.of(amounts));
    }

    private UUID plan() {
        return id("select plan_id::text from subscription where customer_id = '%s'", customer);
    }

    private String since() {
        return asOwner()
                .document("{ lateFeeRules { since } }")
                .execute()
                .path("lateFeeRules[0].since")
                .entity(String.class)
                .get();
    }

    private List<String> all() {
        return asOwner()
                .document(
                        """
                        { lateFeeRules { percent days { first every times }
                            amounts { currency fixed { amount } least { amount } most { amount } } } }""")
                .execute()
                .path("lateFeeRules")
                .entityList(FACTS)
                .get()
                .stream()
                .map(LateFeeRuleTests::rule)
                .toList();
    }

    private static String rule(Map<String, Object> rule) {
        var amounts =
                ((List<?>) rule.get("amounts"))
                        .stream()
                                .map(each -> (Map<?, ?>) each)
                                .map(
                                        each ->
                                                "%s %s %s %s"
                                                        .formatted(
                                                                each.get("currency"),
                                                                amount(each.get("fixed")),
                                                                amount(each.get("least")),
                                                                amount(each.get("most"))))
                                .toList();
        var days = (Map<?, ?>) rule.get("days");
        return "%s %s %s %s %s"
                .formatted(
                        days.get("first"),
                        days.get("every"),
                        days.get("times"),
                        rule.get("percent"),
                        amounts);
    }

    private static Object amount(Object money) {
        return money instanceof Map<?, ?> map ? map.get("amount") : null;
    }
}
