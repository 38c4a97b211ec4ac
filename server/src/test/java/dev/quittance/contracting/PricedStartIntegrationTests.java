package dev.quittance.contracting;

import static dev.quittance.testing.Shop.money;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.catalog.PriceTier;
import dev.quittance.catalog.Pricing;
import dev.quittance.catalog.PricingModel;
import dev.quittance.platform.JsonText;
import dev.quittance.subscriptions.DueTerm;
import dev.quittance.subscriptions.ItemCharge;
import dev.quittance.subscriptions.Subscriptions;
import dev.quittance.testing.IntegrationTest;
import dev.quittance.testing.Shop;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;

/** Plans and addons that are not simply priced by the unit, from the catalog to the bill. */
class PricedStartIntegrationTests extends IntegrationTest {
    private static final List<Map<String, Object>> TIERS =
            List.of(
                    Map.of("upTo", 10, "unitPrice", "5"),
                    Map.of("upTo", 50, "unitPrice", "4.0050"),
                    Map.of("unitPrice", "3"));

    @Autowired Subscriptions subscriptions;

    Shop shop;
    Acts clerk;
    UUID customer;

    @BeforeAll
    void openTheShop() {
        shop = new Shop(asOwner());
        clerk = new Acts(asOwner());
        customer = shop.customer();
    }

    @Test
    void aGraduatedPlanIsBilledByItsTiersAndSaysSo() {
        var plan = plan(Map.of("model", "GRADUATED", "tiers", TIERS), "20.00", Map.of());

        var answer = clerk.start(start(plan, 25, List.of()));

        is(answer, "startSubscription.subscription.recurringTotal.amount", "130.08");
        is(answer, "startSubscription.invoice.total.amount", "130.08");
        is(answer, "startSubscription.invoice.lines[0].net.amount", "130.08");
        answer.path("startSubscription.invoice.lines[0].explanation")
                .entityList(String.class)
                .containsExactly(
                        "25 units, per month, list price, each at the price of its tier",
                        "Fixed: USD 20.00",
                        "1 to 10: 10 × USD 5.00",
                        "11 to 50: 15 × USD 4.005",
                        "31 of 31 days",
                        "USD 130.075 rounded to USD 130.08");
    }

    @Test
    void packagesAndFlatPricesAreBilledAsTheyStandInTheCatalog() {
        var packages = plan(Map.of("model", "PACKAGE", "packageSize", 10), "9.99", Map.of());
        var flat = plan(Map.of("model", "FLAT"), "49.00", Map.of());

        is(
                clerk.start(start(packages, 11, List.of())),
                "startSubscription.invoice.total.amount",
                "19.98");
        is(
                clerk.start(start(flat, 11, List.of())),
                "startSubscription.invoice.total.amount",
                "49.00");
    }

    @Test
    void quantitiesOutOfTheirLimitsAreRefusedByName() {
        var plan = plan(Map.of(), "1.00", Map.of("least", 5, "most", 10));
        var addon = addon("RECURRING", Map.of("least", 1, "most", 1));
        var extra = List.of(Map.<String, Object>of("addonId", addon, "quantity", 2));

        var answer = clerk.start(start(plan, 4, extra));

        answer.path("startSubscription.fields[*].path")
                .entityList(String.class)
                .containsExactly("quantity", "addons[0].quantity");
        answer.path("startSubscription.fields[*].message")
                .entityList(String.class)
                .containsExactly("must be between 5 and 10", "must be 1");
        is(
                clerk.start(start(plan, 10, List.of())),
                "startSubscription.invoice.total.amount",
                "10.00");
    }

    @Test
    void anAddonThatIsPaidOnceIsBilledOnceAndIsNoRecurringRevenue() {
        var plan = plan(Map.of(), "31.00", Map.of());
        var router = addon("ONE_TIME", Map.of("least", 1));
        var extra = List.of(Map.<String, Object>of("addonId", router, "quantity", 2));

        var preview = clerk.previewStart(start(plan, 1, extra));
        var answer = clerk.start(start(plan, 1, extra));

        is(preview, "previewStartSubscription.total.amount", "131.00");
        is(preview, "previewStartSubscription.nextInvoiceTotal.amount", "31.00");
        is(answer, "startSubscription.invoice.total.amount", "131.00");
        is(answer, "startSubscription.subscription.recurringTotal.amount", "31.00");
        var id = answer.path("startSubscription.subscription.id").entity(UUID.class).get();
        assertThat(
                        subscriptions
                                .due(LocalDate.of(2030, 3, 1), List.of(customer))
                                .filter(term -> term.subscription().equals(id))
                                .flatMapIterable(DueTerm::charges)
                                .map(ItemCharge::description)
                                .collectList()
                                .block())
                .hasSize(2)
                .noneMatch(name -> name.startsWith("Addon"));
    }

    @Test
    void anAddonCanBeChangedAndArchived() {
        var addon = addon("RECURRING", Map.of("least", 1));

        var changed =
                act(
                        "updateAddon",
                        Map.of(
                                "id",
                                addon,
                                "prices",
                                List.of(
                                        with(
                                                money("USD", "0"),
                                                Map.of("model", "VOLUME", "tiers", TIERS)),
                                        money("EUR", "7"))),
                        "addon { prices { amount currency model tiers { upTo unitPrice } } }");
        changed.path("updateAddon.addon.prices")
                .matchesJson(
                        """
                        [{"amount": "7.00", "currency": "EUR", "model": "PER_UNIT", "tiers": []},
                         {"amount": "0.00", "currency": "USD", "model": "VOLUME", "tiers": [
                           {"upTo": 10, "unitPrice": "5"}, {"upTo": 50, "unitPrice": "4.0050"},
                           {"upTo": null, "unitPrice": "3"}]}]""");
        act(
                        "updateAddon",
                        Map.of("id", addon, "prices", List.of(money("EUR", "7"))),
                        "addon { id }")
                .path("updateAddon.fields[0].message")
                .entity(String.class)
                .isEqualTo("must keep a price in USD");
        act("setAddonArchived", Map.of("id", addon, "archived", true), "addon { archived }")
                .path("setAddonArchived.addon.archived")
                .entity(Boolean.class)
                .isEqualTo(true);
        var extra = List.of(Map.<String, Object>of("addonId", addon, "quantity", 1));
        clerk.start(start(plan(Map.of(), "1.00", Map.of()), 1, extra))
                .path("startSubscription.fields[0].path")
                .entity(String.class)
                .isEqualTo("addons[0].addonId");
    }

    /** What the database computes for figures is what is billed. */
    @Test
    void theFiguresAreComputedByTheSameRule() {
        var random = new Random(11);
        for (var i = 0; i < 200; i++) {
            var pricing = pricing(random);
            var quantity = random.nextInt(40);
            var sql =
                    db.sql("select price_of(:model, :price, :size, :tiers::jsonb, :quantity)")
                            .bind("model", pricing.model().name())
                            .bind("price", pricing.price())
                            .bind("quantity", quantity);
            var size = pricing.packageSize();
            sql = size == null ? sql.bindNull("size", Integer.class) : sql.bind("size", size);
            sql =
                    pricing.tiers().isEmpty()
                            ? sql.bindNull("tiers", String.class)
                            : sql.bind("tiers", JsonText.write(pricing.tiers()));

            assertThat(sql.mapValue(BigDecimal.class).one().block())
                    .as("%s for %d", pricing, quantity)
                    .isEqualByComparingTo(pricing.of(quantity));
        }
    }

    private static Pricing pricing(Random random) {
        var model = PricingModel.values()[random.nextInt(5)];
        var price = BigDecimal.valueOf(random.nextInt(3000), 2);
        var tiers = new ArrayList<PriceTier>();
        if (model == PricingModel.GRADUATED || model == PricingModel.VOLUME) {
            var end = 0;
            for (var n = random.nextInt(4); n > 0; n--) {
                end += 1 + random.nextInt(12);
                tiers.add(new PriceTier(end, BigDecimal.valueOf(random.nextInt(9000), 3)));
            }
            tiers.add(new PriceTier(null, BigDecimal.valueOf(random.nextInt(9000), 3)));
        }
        var size = model == PricingModel.PACKAGE ? 1 + random.nextInt(12) : null;
        return new Pricing(model, price, size, tiers);
    }

    private Map<String, Object> start(UUID plan, int quantity, List<Map<String, Object>> addons) {
        return Map.of(
                "customerId", customer,
                "planId", plan,
                "quantity", quantity,
                "currency", "USD",
                "addons", addons);
    }

    private UUID plan(Map<String, Object> pricing, String price, Map<String, Object> limits) {
        return act(
                        "createPlan",
                        Map.of(
                                "productId",
                                shop.product(),
                                "name",
                                Shop.name("Plan"),
                                "interval",
                                Map.of("count", 1, "unit", "MONTH"),
                                "quantity",
                                limits,
                                "prices",
                                List.of(with(Map.of("price", money("USD", price)), pricing))),
                        "plan { id }")
                .path("createPlan.plan.id")
                .entity(UUID.class)
                .get();
    }

    private UUID addon(String kind, Map<String, Object> limits) {
        return act(
                        "createAddon",
                        Map.of(
                                "productId",
                                shop.product(),
                                "name",
                                Shop.name("Addon"),
                                "kind",
                                kind,
                                "quantity",
                                limits,
                                "prices",
                                List.of(money("USD", "50"))),
                        "addon { id }")
                .path("createAddon.addon.id")
                .entity(UUID.class)
                .get();
    }

    private GraphQlTester.Response act(String name, Map<String, Object> input, String answer) {
        var kind = Character.toUpperCase(name.charAt(0)) + name.substring(1);
        var thing =
                switch (name) {
                    case "createPlan" -> "PlanCreated";
                    case "createAddon" -> "AddonCreated";
                    default -> "AddonUpdated";
                };
        return asOwner()
                .document(
                        "mutation($i: %sInput!) { %s(input: $i) { ... on %s { %s } ... on InvalidInput { fields { path message } } } }"
                                .formatted(kind, name, thing, answer))
                .variable("i", input)
                .execute();
    }

    private static Map<String, Object> with(Map<String, Object> one, Map<String, Object> more) {
        var all = new LinkedHashMap<>(one);
        all.putAll(more);
        return all;
    }

    private static void is(GraphQlTester.Response answer, String path, @Nullable String expected) {
        answer.path(path).entity(String.class).isEqualTo(expected);
    }
}
