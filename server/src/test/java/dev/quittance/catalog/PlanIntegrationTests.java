package dev.quittance.catalog;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PlanIntegrationTests extends CatalogTest {

    @Test
    @Tag("A7")
    @Tag("A8")
    void aPlanHasANameAndAPriceInACurrency() {
        var input = new HashMap<>(plan("Gold yearly"));
        input.put(
                "prices",
                List.of(
                        Map.of("price", money("29.00", "USD"), "setupFee", money("5.00", "USD")),
                        Map.of("price", money("1000", "JPY"))));

        create(input)
                .path("createPlan.__typename")
                .entity(String.class)
                .isEqualTo("PlanCreated")
                .path("createPlan.plan.name")
                .entity(String.class)
                .isEqualTo("Gold yearly")
                .path("createPlan.plan.code")
                .entity(String.class)
                .isEqualTo("gold-yearly")
                .path("createPlan.plan.prices[*].price")
                .entityList(Map.class)
                .containsExactly(money("1000", "JPY"), money("29.00", "USD"))
                .path("createPlan.plan.prices[1].setupFee.amount")
                .entity(String.class)
                .isEqualTo("5.00")
                .path("createPlan.plan.product.name")
                .entity(String.class)
                .isEqualTo("Hosting");
    }

    @Test
    @Tag("A11")
    void aSecondPlanOfTheSameNameIsRefused() {
        var first = create(plan("Unique")).path("createPlan.plan.id").entity(String.class).get();

        create(plan("UNIQUE "))
                .path("createPlan.__typename")
                .entity(String.class)
                .isEqualTo("PlanNameTaken")
                .path("createPlan.plan.id")
                .entity(String.class)
                .isEqualTo(first);
    }

    @Test
    void theNameOfAnArchivedPlanIsFreeUntilItComesBack() {
        var old = create(plan("Vintage")).path("createPlan.plan.id").entity(String.class).get();
        archive(old, true)
                .path("setPlanArchived.plan.archived")
                .entity(Boolean.class)
                .isEqualTo(true);
        create(plan("Vintage"))
                .path("createPlan.plan.code")
                .entity(String.class)
                .isEqualTo("vintage-2");

        archive(old, false)
                .path("setPlanArchived.__typename")
                .entity(String.class)
                .isEqualTo("PlanNameTaken");
    }

    @Test
    void aCodeIsTakenOnce() {
        create(with(plan("Coded"), "code", "C-1"));

        create(with(plan("Coded again"), "code", "C-1"))
                .path("createPlan.fields[0].path")
                .entity(String.class)
                .isEqualTo("code");
    }

    @Test
    void allFaultsOfAPlanAreToldAtOnce() {
        var input = new HashMap<>(plan("\u0007"));
        input.put("code", "no spaces");
        input.put("interval", Map.of("count", 0, "unit", "MONTH"));
        input.put("prices", List.of(Map.of("price", money("-1.005", "USD"))));

        create(input)
                .path("createPlan.fields[*].path")
                .entityList(String.class)
                .containsExactly(
                        "interval.count",
                        "name",
                        "code",
                        "prices[0].price.amount",
                        "prices[0].price.amount");
    }

    @Test
    void aPlanBelongsToAProduct() {
        create(with(plan("Orphan"), "productId", UUID.randomUUID().toString()))
                .path("createPlan.fields[0].path")
                .entity(String.class)
                .isEqualTo("productId");
    }

    @Test
    void aChangeKeepsWhatIsLeftOutAndEveryCurrencySoldIn() {
        var id =
                create(with(plan("Changing"), "description", "Before"))
                        .path("createPlan.plan.id")
                        .entity(String.class)
                        .get();

        update(Map.of("id", id, "name", "Changed"))
                .path("updatePlan.plan.description")
                .entity(String.class)
                .isEqualTo("Before");
        update(Map.of("id", id, "prices", List.of(Map.of("price", money("9.00", "EUR")))))
                .path("updatePlan.fields[0].message")
                .entity(String.class)
                .isEqualTo("must keep a price in USD");
        update(
                        Map.of(
                                "id",
                                id,
                                "prices",
                                List.of(
                                        Map.of("price", money("9.00", "EUR")),
                                        Map.of("price", money("11.00", "USD")))))
                .path("updatePlan.plan.prices[*].price")
                .entityList(Map.class)
                .containsExactly(money("9.00", "EUR"), money("11.00", "USD"));
    }

    @Test
    void aChangeCannotTakeTheNameOfAnother() {
        var other = create(plan("Other")).path("createPlan.plan.id").entity(String.class).get();
        var mine = create(plan("Mine")).path("createPlan.plan.id").entity(String.class).get();

        update(Map.of("id", mine, "name", "other"))
                .path("updatePlan.plan.id")
                .entity(String.class)
                .isEqualTo(other);
    }
}
