@NullMarked
package dev.quittance.subscriptions;

import org.jspecify.annotations.NullMarked;
