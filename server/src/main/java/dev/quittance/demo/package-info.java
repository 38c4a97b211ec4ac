/**
 * Data for a first run of a sandbox: an invented merchant with half a year behind it.
 *
 * <p>Made once, when the database is empty, through the same services and the same API that people
 * use, with the business clock put back and let run. Never in a live installation. Nobody knows it.
 */
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "identity",
            "organization",
            "catalog",
            "customers",
            "exchange",
            "subscriptions"
        })
@NullMarked
package dev.quittance.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
