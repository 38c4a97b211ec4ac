package dev.quittance.catalog;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.graphql.test.tester.GraphQlTester;

class PlanTermsIntegrationTests extends CatalogTest {
    private static final Map<String, Object> USUAL =
            Map.of("trialEndPolicy", "INVOICE", "proration", "BY_DAY", "noticeDays", 0);
    private static final Map<String, Object> ALL =
            Map.of(
                    "trial",
                    Map.of("count", 14, "unit", "DAY"),
                    "trialEndPolicy",
                    "PAUSE",
                    "billingCycles",
                    12,
                    "proration",
                    "FULL",
                    "minimumTermMonths",
                    24,
                    "noticeDays",
                    30);

    @Test
    void aPlanHasTheUsualTermsWhereNoneAreGiven() {
        var id = created(plan("Plain terms"));

        terms(id).matchesJson(json(USUAL));
        terms(id).matchesJson("{\"trial\": null, \"billingCycles\": null}");
    }

    @Test
    void theTermsOfAPlanAreKeptAndReplacedAsAWhole() {
        var id = created(with(plan("Full terms"), "terms", ALL));
        terms(id).matchesJson(json(ALL));

        update(Map.of("id", id, "description", "No word of terms"));
        terms(id).matchesJson(json(ALL));

        update(Map.of("id", id, "terms", Map.of("noticeDays", 7)));
        terms(id)
                .matchesJson(
                        """
                        {"trial": null, "trialEndPolicy": "INVOICE", "billingCycles": null,
                         "proration": "BY_DAY", "minimumTermMonths": null, "noticeDays": 7}""");
    }

    @Test
    void theirFaultsAreToldBySide() {
        var id = created(plan("Faulty terms"));
        var wrong =
                Map.of(
                        "trial", Map.of("count", 0, "unit", "WEEK"),
                        "billingCycles", 0,
                        "noticeDays", -1);

        create(with(plan("Never made"), "terms", wrong))
                .path("createPlan.fields[*].path")
                .entityList(String.class)
                .containsExactly("terms.trial.count", "terms.billingCycles", "terms.noticeDays");
        update(Map.of("id", id, "terms", wrong))
                .path("updatePlan.fields[*].path")
                .entityList(String.class)
                .isEqualTo(List.of("terms.trial.count", "terms.billingCycles", "terms.noticeDays"));
        terms(id).matchesJson(json(USUAL));
    }

    private String created(Map<String, Object> input) {
        return create(input).path("createPlan.plan.id").entity(String.class).get();
    }

    private GraphQlTester.Path terms(String id) {
        return asOwner()
                .document(
                        """
                        query($id: ID!) { plan(id: $id) { terms {
                          trial { count unit } trialEndPolicy billingCycles proration
                          minimumTermMonths noticeDays } } }
                        """)
                .variable("id", id)
                .execute()
                .path("plan.terms");
    }

    private static String json(Map<String, Object> facts) {
        return dev.quittance.platform.JsonText.write(facts);
    }
}
