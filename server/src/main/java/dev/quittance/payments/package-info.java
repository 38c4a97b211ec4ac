/**
 * Money that comes in and goes back: gateways, charges and refunds with their attempts, payments,
 * receipts, and which invoice is paid by what.
 *
 * <p>Ask {@link dev.quittance.payments.Payments}; let {@link dev.quittance.payments.Charges} charge
 * and {@link dev.quittance.payments.Allocations} spend credit; listen for {@link
 * dev.quittance.payments.PaymentReceived}, {@link dev.quittance.payments.PaymentFailed}, {@link
 * dev.quittance.payments.PaymentReversed}, {@link dev.quittance.payments.RefundSettled}, {@link
 * dev.quittance.payments.RefundFailed} and {@link dev.quittance.payments.RefundFound}. A card
 * processor is a {@link dev.quittance.payments.PaymentGateway}; what is charged before it is billed
 * is a {@link dev.quittance.payments.PaidDraft}. What a gateway tells by itself is kept by {@link
 * dev.quittance.payments.GatewayEvents} and looked into by every {@link
 * dev.quittance.payments.GatewayNews}.
 */
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "organization",
            "customers",
            "ledger",
            "documents",
            "invoicing"
        })
@NullMarked
package dev.quittance.payments;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
