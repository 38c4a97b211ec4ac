package dev.quittance.billing;

import java.util.UUID;
import org.joda.money.Money;

/** An invoice that a dry run proposes. */
public record BillProposal(
        UUID id,
        UUID customer,
        String customerName,
        int lineCount,
        Money net,
        Money tax,
        Money rounding,
        Money total) {}
