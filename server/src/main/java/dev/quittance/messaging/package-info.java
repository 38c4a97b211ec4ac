/**
 * Mail: what is written when invoices are posted, money comes in or somebody is invited, and how it
 * gets out.
 *
 * <p>Listens to {@code InvoicePosted}, {@code PaymentReceived}, {@code RefundSettled}, {@code
 * RefundFailed}, {@code AutoChargeFailed}, {@code DunningEnded}, {@code Reminded}, {@code
 * TrialConfirmationNeeded}, {@code TrialChargeFailed}, {@code ActUnconfirmed}, {@code
 * InvitationRequested}, {@code PasswordResetRequested} and {@code PasswordReplaced}. Nobody knows
 * it; only staff ask it, for the mail log and to mail an invoice once more.
 */
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "identity",
            "preferences",
            "organization",
            "customers",
            "documents",
            "invoicing",
            "payments",
            "methods",
            "contracting",
            "statements",
            "collection"
        })
@NullMarked
package dev.quittance.messaging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
