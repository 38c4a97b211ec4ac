/**
 * What every capability may lean on: money and pages, problems, the caller and their permissions,
 * the outbox, due work, the business clock, history and idempotency. Knows no business noun.
 *
 * <p>The sub-packages are platform's own: {@code database} finds and prepares PostgreSQL, {@code
 * graphql} holds the gate before each request and the start-up checks, {@code web} serves the web
 * applications.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.quittance.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
