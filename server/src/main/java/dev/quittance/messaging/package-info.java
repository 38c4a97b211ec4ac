/**
 * Mail: what is written when invoices are posted, money comes in or somebody is invited, and how it
 * gets out.
 *
 * <p>Listens to {@code InvoicePosted}, {@code PaymentReceived}, {@code RefundSettled}, {@code
 * RefundFailed}, {@code InvitationRequested}, {@code PasswordResetRequested}, {@code
 * PasswordReplaced}, {@code TrialConfirmationNeeded} and {@code TrialChargeFailed}. Nobody knows
 * it; only staff ask it, for the mail log and to mail an invoice once more.
 */
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "identity",
            "organization",
            "customers",
            "documents",
            "invoicing",
            "payments",
            "contracting",
            "statements"
        })
@NullMarked
package dev.quittance.messaging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
