package dev.quittance.customers;

import dev.quittance.identity.PersonStatus;
import dev.quittance.organization.Particulars;
import dev.quittance.platform.Faults;
import dev.quittance.platform.Ids;
import dev.quittance.platform.Texts;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person to be added to a customer. */
public record NewContact(String name, @Nullable String email, @Nullable String phone) {
    static final int LONGEST_NAME = 200;

    /**
     * The contact; what can't be accepted is noted in {@code faults}.
     *
     * @param at where the fields stand in the input: {@code ""} or {@code "contact."}
     */
    Contact checked(UUID customer, ContactRole role, Faults faults, String at) {
        return new Contact(
                Ids.next(),
                customer,
                Texts.name(faults, at + "name", name, LONGEST_NAME),
                Texts.email(faults, at + "email", email),
                Particulars.phone(faults, at + "phone", phone),
                role,
                null,
                PersonStatus.NOT_INVITED);
    }
}
