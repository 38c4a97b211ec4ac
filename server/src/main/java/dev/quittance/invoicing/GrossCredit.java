package dev.quittance.invoicing;

import dev.quittance.platform.Amounts;
import dev.quittance.platform.Refused;
import org.joda.money.Money;

/** How much without tax is to be given back, so that with its tax it comes to an amount. */
final class GrossCredit {
    private GrossCredit() {}

    /**
     * Gives back at least {@code gross}, tax included, of the whole invoice: exactly that, or as
     * little more as its rates and roundings allow. {@link MoreThanLeft} when less is left.
     */
    static CreditDraft of(CreditBasis basis, Money gross, String description) {
        var most = Amounts.minor(basis.left());
        if (most <= 0 || draft(basis, most, description).total().isLessThan(gross)) {
            throw new Refused(MoreThanLeft.of(basis));
        }
        var enough = most;
        var tooLittle = 0L;
        while (enough - tooLittle > 1) {
            var middle = tooLittle + (enough - tooLittle) / 2;
            if (draft(basis, middle, description).total().isLessThan(gross)) {
                tooLittle = middle;
            } else {
                enough = middle;
            }
        }
        return draft(basis, enough, description);
    }

    private static CreditDraft draft(CreditBasis basis, long net, String description) {
        return Crediting.amount(basis, Money.ofMinor(basis.currency(), net), description);
    }
}
