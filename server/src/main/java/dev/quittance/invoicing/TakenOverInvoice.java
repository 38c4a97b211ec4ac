package dev.quittance.invoicing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * An open invoice of another billing system that is to be taken over.
 *
 * @param number its old one, which it keeps
 * @param due what is still to be paid, above zero and at most the total
 * @param parts its net by rate; empty where only the total is known
 * @param takenOverOn the day as of which it is owed here
 */
public record TakenOverInvoice(
        UUID id,
        UUID customer,
        String number,
        LocalDate issuedOn,
        LocalDate dueOn,
        Money total,
        Money due,
        List<Part> parts,
        @Nullable String paymentReference,
        String description,
        LocalDate takenOverOn) {

    /** The net and the tax at one rate, as the former system billed them. */
    public record Part(Money net, BigDecimal percent, Money tax) {}

    public TakenOverInvoice {
        parts = List.copyOf(parts);
    }

    /** The lines it is shown with: one for each rate. */
    List<Part> lines() {
        var none = Money.zero(total.getCurrencyUnit());
        return parts.isEmpty() ? List.of(new Part(total, BigDecimal.ZERO, none)) : parts;
    }

    Money tax() {
        return parts.stream()
                .map(Part::tax)
                .reduce(Money.zero(total.getCurrencyUnit()), Money::plus);
    }
}
