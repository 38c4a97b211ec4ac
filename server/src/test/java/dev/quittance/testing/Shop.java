package dev.quittance.testing;

import dev.quittance.platform.Ids;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.graphql.test.tester.HttpGraphQlTester;

/** Something to sell and somebody to sell it to, made through GraphQL as a clerk would. */
public final class Shop {
    private final HttpGraphQlTester clerk;

    /**
     * @param clerk may do everything
     */
    public Shop(HttpGraphQlTester clerk) {
        this.clerk = clerk;
    }

    /** A product that is not taxed. */
    public UUID product() {
        return product(null);
    }

    public UUID product(@Nullable UUID taxCategory) {
        return act(
                "createProduct",
                "CreateProductInput",
                with(Map.of("name", name("Product")), "taxCategoryId", taxCategory),
                "... on ProductCreated { product { id } }",
                "product.id");
    }

    /** A category taxed at home with {@code percent}, from long ago on. */
    public UUID taxed(String percent) {
        var category =
                act(
                        "createTaxCategory",
                        "CreateTaxCategoryInput",
                        Map.of("name", name("Services")),
                        "... on TaxCategoryCreated { taxCategory { id } }",
                        "taxCategory.id");
        var home =
                clerk.document("{ organization { address { country } } }")
                        .execute()
                        .path("organization.address.country")
                        .entity(String.class)
                        .get();
        act(
                "addTaxRate",
                "AddTaxRateInput",
                Map.of(
                        "taxCategoryId",
                        category,
                        "name",
                        "VAT",
                        "country",
                        home,
                        "percent",
                        percent,
                        "treatment",
                        "STANDARD",
                        "validFrom",
                        "2000-01-01"),
                "... on TaxRateAdded { taxCategory { id } }",
                "taxCategory.id");
        return category;
    }

    /** A monthly plan of a product of its own. */
    public UUID monthly(String currency, String price) {
        return plan(product(), "MONTH", false, currency, price, null);
    }

    public UUID plan(
            UUID product,
            String unit,
            boolean taxInclusive,
            String currency,
            String price,
            @Nullable String setupFee) {
        return act(
                "createPlan",
                "CreatePlanInput",
                Map.of(
                        "productId", product,
                        "name", name("Plan"),
                        "interval", Map.of("count", 1, "unit", unit),
                        "taxInclusive", taxInclusive,
                        "prices",
                                List.of(
                                        with(
                                                Map.of("price", money(currency, price)),
                                                "setupFee",
                                                setupFee == null
                                                        ? null
                                                        : money(currency, setupFee)))),
                "... on PlanCreated { plan { id } }",
                "plan.id");
    }

    public UUID addon(String currency, String price) {
        return act(
                "createAddon",
                "CreateAddonInput",
                Map.of(
                        "productId", product(),
                        "name", name("Addon"),
                        "prices", List.of(money(currency, price))),
                "... on AddonCreated { addon { id } }",
                "addon.id");
    }

    /** A customer who pays by transfer. */
    public UUID customer() {
        return customer(Map.of());
    }

    /** A customer with these facts beside a name and USD. */
    public UUID customer(Map<String, Object> facts) {
        var input = new LinkedHashMap<String, Object>();
        input.put("name", name("Customer"));
        input.put("currency", "USD");
        input.putAll(facts);
        return act(
                "createCustomer",
                "CreateCustomerInput",
                input,
                "... on CustomerCreated { customer { id } }",
                "customer.id");
    }

    /** A subscription of one unit from today on; its first invoice is posted. */
    public UUID started(UUID customer, UUID plan) {
        return started(customer, plan, Map.of());
    }

    public UUID started(UUID customer, UUID plan, Map<String, Object> facts) {
        var input = new LinkedHashMap<String, Object>(facts);
        input.put("customerId", customer);
        input.put("planId", plan);
        input.put("idempotencyKey", Ids.next().toString());
        return act(
                "startSubscription",
                "StartSubscriptionInput",
                input,
                "... on SubscriptionStarted { subscription { id } }",
                "subscription.id");
    }

    public static Map<String, Object> money(String currency, String amount) {
        return Map.of("amount", amount, "currency", currency);
    }

    /** A name nobody else has. */
    public static String name(String kind) {
        return kind + " " + Ids.next().toString().substring(24);
    }

    private UUID act(
            String mutation, String type, Map<String, Object> input, String answer, String id) {
        var document =
                "mutation($i: %s!) { %s(input: $i) { __typename %s ... on Problem { message } } }"
                        .formatted(type, mutation, answer);
        GraphQlTester.Response response = clerk.document(document).variable("i", input).execute();
        return UUID.fromString(response.path(mutation + "." + id).entity(String.class).get());
    }

    private static Map<String, Object> with(
            Map<String, Object> facts, String name, @Nullable Object value) {
        var all = new LinkedHashMap<String, Object>(facts);
        if (value != null) {
            all.put(name, value);
        }
        return all;
    }
}
