/**
 * Customers with their subscriptions from files: upload, mapping of columns, a check of every row,
 * and the import itself in steps that can be resumed.
 *
 * <p>Files come by {@code POST /imports}, everything else over GraphQL. Importing bills nothing:
 * the next bill run does. It tells no events of its own.
 */
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "organization",
            "catalog",
            "customers",
            "subscriptions",
            "uploads"
        })
@NullMarked
package dev.quittance.imports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
