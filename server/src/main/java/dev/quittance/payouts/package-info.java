/**
 * What card processors keep and what they send to the bank: fees, payouts, and what is still on its
 * way.
 *
 * <p>A processor reports its payouts; each is recorded once, when every charge and refund in it is
 * known to have succeeded here, too.
 */
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "organization",
            "customers",
            "ledger",
            "payments",
            "disputes"
        })
@NullMarked
package dev.quittance.payouts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
