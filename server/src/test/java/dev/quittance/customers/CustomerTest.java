package dev.quittance.customers;

import dev.quittance.testing.IntegrationTest;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.test.tester.GraphQlTester;

/** What tests of customers have in common. */
abstract class CustomerTest extends IntegrationTest {
    static final String FACTS =
            """
            fragment c on Customer {
              id externalId name email phone invoiceRecipients taxId taxExemption { reason certificateNumber validFrom validThrough } paymentKind
              dueDays currency locale timeZone active startsOn endsOn contractType salespeople
              invoiceNote purchaseOrder information today billingFaults
              billingAddress { name line1 line2 city region postalCode country }
              shippingAddress { line1 city country }
              billingGroups { name } contacts { id name email role status } }
            """;
    private static final String CREATE =
            """
            mutation($input: CreateCustomerInput!) { createCustomer(input: $input) {
              __typename
              ... on CustomerCreated { customer { ...c } }
              ... on ExternalIdTaken { message customer { ...c } }
              ... on InvalidInput { message fields { path message } } } }
            """
                    + FACTS;
    private static final String UPDATE =
            """
            mutation($input: UpdateCustomerInput!) { updateCustomer(input: $input) {
              __typename
              ... on CustomerUpdated { customer { ...c } }
              ... on ExternalIdTaken { customer { ...c } }
              ... on InvalidInput { message fields { path message } } } }
            """
                    + FACTS;

    GraphQlTester.Response create(Map<String, Object> input) {
        return asOwner().document(CREATE).variable("input", input).execute();
    }

    /** A customer of this name; its id. */
    UUID customer(String name) {
        return UUID.fromString(
                create(Map.of("name", name))
                        .path("createCustomer.customer.id")
                        .entity(String.class)
                        .get());
    }

    GraphQlTester.Response update(UUID id, Map<String, ? extends @Nullable Object> changes) {
        var input = new HashMap<String, @Nullable Object>(changes);
        input.put("id", id.toString());
        return asOwner().document(UPDATE).variable("input", input).execute();
    }

    static Map<String, Object> address(String line1, String city, String country) {
        return Map.of("line1", line1, "city", city, "country", country);
    }
}
