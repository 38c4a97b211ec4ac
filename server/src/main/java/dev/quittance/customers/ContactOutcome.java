package dev.quittance.customers;

import dev.quittance.platform.Problem;

/** What comes of adding, changing or inviting a contact. */
sealed interface ContactOutcome {

    /** The person belongs to the customer. */
    record ContactAdded(Contact contact) implements ContactOutcome {}

    /** The person as they are now. */
    record ContactUpdated(Contact contact) implements ContactOutcome {}

    /** The mail is on its way. */
    record ContactInvited(Contact contact) implements ContactOutcome {}

    /** Nobody can be invited without an address. */
    record ContactHasNoEmail(Contact contact) implements ContactOutcome, Problem {
        @Override
        public String message() {
            return "%s has no email address. Add one, then invite.".formatted(contact.name());
        }
    }

    /** Who was never invited can't sign in anyway. */
    record ContactNotInvited(Contact contact) implements ContactOutcome, Problem {
        @Override
        public String message() {
            return "%s was never invited to the portal. Send an invitation instead."
                    .formatted(contact.name());
        }
    }
}
