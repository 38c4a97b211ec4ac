package dev.quittance.contracting;

import java.util.UUID;
import org.joda.money.Money;

/**
 * A charge that is made before what it pays for, a draft, is billed.
 *
 * @param act what is done once the money has come in
 * @param total of the draft with tax, as it was when the charge began
 * @param payment the latest that was begun for it
 * @param asksPayer whether the payer is asked to confirm it
 */
record DraftCharge(
        UUID id,
        UUID customer,
        UUID subscription,
        Act act,
        Money total,
        UUID payment,
        boolean asksPayer) {

    /** What is charged first and happens only with the money. */
    enum Act {
        /** The first period after a trial is billed. */
        TRIAL_END
    }
}
