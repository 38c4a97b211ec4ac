package dev.quittance.customers;

import dev.quittance.organization.Address;
import java.util.UUID;
import org.springframework.graphql.data.ArgumentValue;

/** What a contact may change about their own customer in the portal. */
record MyDetailsChange(
        ArgumentValue<String> name,
        ArgumentValue<String> email,
        ArgumentValue<String> phone,
        ArgumentValue<String> taxId,
        ArgumentValue<Address> billingAddress,
        ArgumentValue<Address> shippingAddress) {

    CustomerChange of(UUID customer) {
        return new CustomerChange(
                customer,
                ArgumentValue.omitted(),
                name,
                email,
                phone,
                ArgumentValue.omitted(),
                billingAddress,
                shippingAddress,
                taxId,
                ArgumentValue.omitted(),
                ArgumentValue.omitted(),
                ArgumentValue.omitted(),
                ArgumentValue.omitted(),
                ArgumentValue.omitted(),
                ArgumentValue.omitted(),
                ArgumentValue.omitted(),
                ArgumentValue.omitted(),
                ArgumentValue.omitted(),
                ArgumentValue.omitted(),
                ArgumentValue.omitted(),
                ArgumentValue.omitted(),
                ArgumentValue.omitted(),
                ArgumentValue.omitted());
    }
}
