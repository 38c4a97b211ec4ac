package dev.quittance.banking;

import dev.quittance.banking.BankAnswers.BankEntryDone;
import dev.quittance.banking.BankAnswers.ConfirmBankEntryInput;
import dev.quittance.banking.BankAnswers.ConfirmBankRefundInput;
import dev.quittance.banking.BankAnswers.ConfirmBankReturnInput;
import dev.quittance.banking.BankAnswers.LinkBankPaymentInput;
import dev.quittance.banking.BankAnswers.LinkBankPayoutInput;
import dev.quittance.banking.BankAnswers.SetAsideBankEntryInput;
import dev.quittance.banking.BankAnswers.UndoBankEntryInput;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/** What staff makes of bank entries, in GraphQL. */
@Controller
class BankEntryController {
    private final BankBooking booking;
    private final BankLinking linking;
    private final BankUndoing undoing;

    BankEntryController(BankBooking booking, BankLinking linking, BankUndoing undoing) {
        this.booking = booking;
        this.linking = linking;
        this.undoing = undoing;
    }

    @MutationMapping
    Mono<BankEntryDone> confirmBankEntry(@Argument ConfirmBankEntryInput input) {
        return booking.confirm(input);
    }

    @MutationMapping
    Mono<BankEntryDone> confirmBankRefund(@Argument ConfirmBankRefundInput input) {
        return linking.refund(input);
    }

    @MutationMapping
    Mono<BankEntryDone> confirmBankReturn(@Argument ConfirmBankReturnInput input) {
        return linking.returned(input);
    }

    @MutationMapping
    Mono<BankEntryDone> setAsideBankEntry(@Argument SetAsideBankEntryInput input) {
        return undoing.setAside(input);
    }

    @MutationMapping
    Mono<BankEntryDone> undoBankEntry(@Argument UndoBankEntryInput input) {
        return undoing.undo(input);
    }

    @MutationMapping
    Mono<BankEntryDone> linkBankPayment(@Argument LinkBankPaymentInput input) {
        return linking.payment(input);
    }

    @MutationMapping
    Mono<BankEntryDone> linkBankPayout(@Argument LinkBankPayoutInput input) {
        return linking.payout(input);
    }
}
