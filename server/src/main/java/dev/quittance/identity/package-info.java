/**
 * People and programs, and what they may: staff with roles, portal sign-ins of contacts, API
 * clients with scopes; passwords, sessions, one-time links, access tokens.
 *
 * <p>Ask {@link dev.quittance.identity.Logins} for people and {@link
 * dev.quittance.identity.OneTimeLinks} for links to mail; listen for {@link
 * dev.quittance.identity.InvitationRequested}, {@link
 * dev.quittance.identity.PasswordResetRequested} and {@link
 * dev.quittance.identity.PasswordReplaced}.
 */
@ApplicationModule(allowedDependencies = {"platform"})
@NullMarked
package dev.quittance.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
