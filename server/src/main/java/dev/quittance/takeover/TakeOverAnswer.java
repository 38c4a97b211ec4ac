package dev.quittance.takeover;

import dev.quittance.platform.Problem;
import java.util.List;

/** What comes of acts on a take-over. */
interface TakeOverAnswer {

    /** A worker takes it in hand. */
    record TakeOverStarted(TakeOver takeOver) implements TakeOverAnswer {}

    /** The totals of the former system are kept. */
    record TakeOverTotalsStated(TakeOver takeOver) implements TakeOverAnswer {}

    /** All that came of it is taken back. */
    record TakeOverUndone(TakeOver takeOver) implements TakeOverAnswer {}

    /** The file and the former system differ, and nobody has said that this is right. */
    record TakeOverDiffers(String message, List<String> currencies) implements Problem {}

    /** Something was done with what came of it. */
    record TakeOverInUse(String message, List<String> examples) implements Problem {}

    /** Nothing was taken over yet, or it is taken back already. */
    record TakeOverNotDone(String message) implements Problem {}
}
