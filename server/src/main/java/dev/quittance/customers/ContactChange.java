package dev.quittance.customers;

import static dev.quittance.platform.Given.or;

import dev.quittance.organization.Particulars;
import dev.quittance.platform.Faults;
import dev.quittance.platform.Texts;
import java.util.UUID;
import org.springframework.graphql.data.ArgumentValue;

/** What is to change about a contact. What is left out stays; an explicit null empties. */
record ContactChange(
        UUID id,
        ArgumentValue<String> name,
        ArgumentValue<String> email,
        ArgumentValue<String> phone,
        ArgumentValue<ContactRole> role) {

    /** The contact once changed; what can't be accepted is noted in {@code faults}. */
    Contact applied(Contact present, Faults faults) {
        var asked = or(role, present.role());
        faults.check(asked != null, "role", "must not be empty");
        faults.check(
                present.role() != ContactRole.PRIMARY || asked == ContactRole.PRIMARY,
                "role",
                "must stay PRIMARY until another contact is made the primary one");
        return new Contact(
                present.id(),
                present.customer(),
                Texts.name(faults, "name", or(name, present.name()), NewContact.LONGEST_NAME),
                Texts.email(faults, "email", or(email, present.email())),
                Particulars.phone(faults, "phone", or(phone, present.phone())),
                asked == null ? present.role() : asked,
                present.login(),
                present.status());
    }
}
