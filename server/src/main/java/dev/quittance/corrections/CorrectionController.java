package dev.quittance.corrections;

import dev.quittance.corrections.AddChargeInput.PreviewAddChargeInput;
import dev.quittance.corrections.BillAdjustments.AdjustmentPreview;
import dev.quittance.corrections.BillAdjustments.BillAdjusted;
import dev.quittance.corrections.CreditInvoiceInput.PreviewCreditInvoiceInput;
import dev.quittance.corrections.FreeCredits.CreditCustomerInput;
import dev.quittance.corrections.FreeCredits.CustomerCredited;
import dev.quittance.corrections.FreeCredits.PreviewCreditCustomerInput;
import dev.quittance.corrections.InvoiceCancellations.CancelInvoiceInput;
import dev.quittance.corrections.InvoiceCancelling.InvoiceCancelled;
import dev.quittance.corrections.InvoiceCredits.InvoiceCredited;
import dev.quittance.corrections.InvoiceReissues.PreviewReissueInvoiceInput;
import dev.quittance.corrections.InvoiceReissues.ReissueInvoiceInput;
import dev.quittance.corrections.Reissuing.InvoiceReissued;
import java.util.UUID;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/** Puts invoices right, in GraphQL. */
@Controller
class CorrectionController {
    private final InvoiceCredits credits;
    private final InvoiceCancellations cancellations;
    private final FreeCredits freeCredits;
    private final BillAdjustments adjustments;
    private final InvoiceReissues reissues;

    CorrectionController(
            InvoiceCredits credits,
            InvoiceCancellations cancellations,
            FreeCredits freeCredits,
            BillAdjustments adjustments,
            InvoiceReissues reissues) {
        this.credits = credits;
        this.cancellations = cancellations;
        this.freeCredits = freeCredits;
        this.adjustments = adjustments;
        this.reissues = reissues;
    }

    @QueryMapping
    Mono<CreditPreview> previewCreditInvoice(@Argument PreviewCreditInvoiceInput input) {
        return credits.preview(input);
    }

    @QueryMapping
    Mono<CreditPreview> previewCancelInvoice(@Argument UUID invoiceId) {
        return cancellations.preview(invoiceId);
    }

    @QueryMapping
    Mono<CreditPreview> previewCreditCustomer(@Argument PreviewCreditCustomerInput input) {
        return freeCredits.preview(input);
    }

    @QueryMapping
    Mono<AdjustmentPreview> previewAddCharge(@Argument PreviewAddChargeInput input) {
        return adjustments.preview(input);
    }

    @QueryMapping
    Mono<ReissuePreview> previewReissueInvoice(@Argument PreviewReissueInvoiceInput input) {
        return reissues.preview(input);
    }

    @MutationMapping
    Mono<CustomerCredited> creditCustomer(@Argument CreditCustomerInput input) {
        return freeCredits.credit(input);
    }

    @MutationMapping
    Mono<BillAdjusted> addCharge(@Argument AddChargeInput input) {
        return adjustments.add(input);
    }

    @MutationMapping
    Mono<InvoiceReissued> reissueInvoice(@Argument ReissueInvoiceInput input) {
        return reissues.reissue(input);
    }

    @MutationMapping
    Mono<InvoiceCredited> creditInvoice(@Argument CreditInvoiceInput input) {
        return credits.credit(input);
    }

    @MutationMapping
    Mono<InvoiceCancelled> cancelInvoice(@Argument CancelInvoiceInput input) {
        return cancellations.cancel(input);
    }
}
