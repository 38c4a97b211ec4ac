package dev.quittance.identity;

/** What comes of inviting somebody to the console. */
sealed interface StaffInvitation {

    /** The invitation is in the outgoing mail. */
    record StaffUserInvited(StaffUser staffUser) implements StaffInvitation {}
}
