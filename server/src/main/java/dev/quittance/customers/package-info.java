/**
 * Who is billed: customers with their addresses, contacts and billing groups.
 *
 * <p>Ask {@link dev.quittance.customers.Customers} for customers, {@link
 * dev.quittance.customers.CustomerKeeping} to add and change them, {@link
 * dev.quittance.customers.Contacts} for their people. It tells no events.
 */
@ApplicationModule(allowedDependencies = {"platform", "identity", "organization", "preferences"})
@NullMarked
package dev.quittance.customers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
