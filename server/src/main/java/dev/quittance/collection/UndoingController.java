package dev.quittance.collection;

import dev.quittance.collection.OfflineRefunds.CancelRefundInput;
import dev.quittance.collection.OfflineRefunds.ConfirmRefundInput;
import dev.quittance.collection.OfflineRefunds.RefundCancelled;
import dev.quittance.collection.OfflineRefunds.RefundConfirmed;
import dev.quittance.collection.RefundingPayments.PreviewRefundInput;
import dev.quittance.collection.RefundingPayments.RefundBegun;
import dev.quittance.collection.RefundingPayments.RefundPaymentInput;
import dev.quittance.collection.RefundingPayments.RefundPlan;
import dev.quittance.collection.Reversals.PaymentPutBack;
import dev.quittance.collection.Reversals.ReversalPreview;
import dev.quittance.collection.Reversals.ReversePaymentInput;
import dev.quittance.collection.UndoingAllocation.AllocationUndone;
import dev.quittance.collection.UndoingAllocation.UndoAllocationInput;
import java.util.UUID;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/** Taking back what was paid, in GraphQL: reversals, refunds, allocations that are undone. */
@Controller
class UndoingController {
    private final Reversals reversals;
    private final RefundingPayments refunding;
    private final OfflineRefunds offline;
    private final UndoingAllocation undoing;

    UndoingController(
            Reversals reversals,
            RefundingPayments refunding,
            OfflineRefunds offline,
            UndoingAllocation undoing) {
        this.reversals = reversals;
        this.refunding = refunding;
        this.offline = offline;
        this.undoing = undoing;
    }

    @QueryMapping
    Mono<ReversalPreview> previewReversal(@Argument UUID paymentId) {
        return reversals.preview(paymentId);
    }

    @QueryMapping
    Mono<RefundPlan> previewRefund(@Argument PreviewRefundInput input) {
        return refunding.preview(input);
    }

    @MutationMapping
    Mono<PaymentPutBack> reversePayment(@Argument ReversePaymentInput input) {
        return reversals.reverse(input);
    }

    @MutationMapping
    Mono<RefundBegun> refundPayment(@Argument RefundPaymentInput input) {
        return refunding.refund(input);
    }

    @MutationMapping
    Mono<RefundConfirmed> confirmRefund(@Argument ConfirmRefundInput input) {
        return offline.confirm(input);
    }

    @MutationMapping
    Mono<RefundCancelled> cancelRefund(@Argument CancelRefundInput input) {
        return offline.cancel(input);
    }

    @MutationMapping
    Mono<AllocationUndone> undoAllocation(@Argument UndoAllocationInput input) {
        return undoing.undo(input);
    }
}
