package dev.quittance.identity;

import dev.quittance.platform.Problem;

/** What comes of wanting another password. */
sealed interface PasswordChange {

    /**
     * The new password counts.
     *
     * @param endedSessions how many other sessions were ended
     */
    record PasswordChanged(int endedSessions) implements PasswordChange {}

    /** The existing password is not right. */
    record WrongPassword(String message) implements PasswordChange, Problem {}
}
