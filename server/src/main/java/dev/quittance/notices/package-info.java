/**
 * What staff should hear of without having asked: money that came in by itself, that did not come
 * in, and that a payer's bank took back. Each of them reads it for themselves.
 *
 * <p>Listens to others; nobody knows it.
 */
@ApplicationModule(allowedDependencies = {"platform", "customers", "payments", "disputes"})
@NullMarked
package dev.quittance.notices;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
