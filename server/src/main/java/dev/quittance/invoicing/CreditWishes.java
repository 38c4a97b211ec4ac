package dev.quittance.invoicing;

import dev.quittance.platform.Faults;
import dev.quittance.platform.Refused;
import dev.quittance.subscriptions.Explanation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is wished to be given back of single lines of an invoice, checked against what is left. */
final class CreditWishes {
    private CreditWishes() {}

    /** Gives back what is wished, or refuses with {@link MoreThanLeft} or {@code InvalidInput}. */
    static CreditDraft draft(CreditBasis basis, List<CreditWish> wishes) {
        var faults = new Faults();
        faults.check(!wishes.isEmpty(), "lines", "must name at least one line");
        var lines = new ArrayList<CreditDraft.Line>();
        for (var i = 0; i < wishes.size(); i++) {
            var line = wished(basis, wishes, i, faults);
            if (line != null) {
                lines.add(line);
            }
        }
        faults.orThrow();
        return Crediting.draft(basis, CreditNoteKind.CREDIT_NOTE, lines);
    }

    private static CreditDraft.@Nullable Line wished(
            CreditBasis basis, List<CreditWish> wishes, int index, Faults faults) {
        var wish = wishes.get(index);
        var path = "lines[%d]".formatted(index);
        var line =
                basis.lines().stream()
                        .filter(one -> one.id().equals(wish.line()))
                        .findFirst()
                        .orElse(null);
        if (line == null) {
            faults.add(path + ".lineId", "must be a line of the invoice");
            return null;
        }
        var twice = wishes.subList(0, index).stream().anyMatch(one -> one.line().equals(line.id()));
        if (!faults.check(!twice, path + ".lineId", "must not be named twice")
                || !sound(wish, basis, path, faults)) {
            return null;
        }
        return credited(line, wish);
    }

    private static boolean sound(CreditWish wish, CreditBasis basis, String path, Faults faults) {
        var quantity = wish.quantity();
        var amount = wish.amount();
        if (quantity != null && amount == null) {
            return faults.check(quantity.signum() > 0, path + ".quantity", "must be above zero");
        }
        if (quantity != null || amount == null) {
            faults.add(path, "must have either a quantity or an amount");
            return false;
        }
        return faults.check(
                        amount.getCurrencyUnit().equals(basis.currency()),
                        path + ".amount",
                        "must be in %s, the currency of the invoice".formatted(basis.currency()))
                && faults.check(amount.isPositive(), path + ".amount", "must be above zero");
    }

    private static CreditDraft.Line credited(CreditBasis.Line line, CreditWish wish) {
        var quantity = wish.quantity();
        if (quantity == null) {
            var net = Objects.requireNonNull(wish.amount());
            if (net.isGreaterThan(line.left())) {
                throw new Refused(MoreThanLeft.of(line));
            }
            return Crediting.part(line, line.description(), net);
        }
        if (quantity.compareTo(line.quantityLeft()) > 0
                || line.of(quantity).isGreaterThan(line.left())) {
            throw new Refused(MoreThanLeft.of(line));
        }
        var net = line.of(quantity);
        var why =
                new Explanation.Credited(
                        net.getCurrencyUnit().getCode(),
                        line.net().getAmount(),
                        line.credited().getAmount(),
                        quantity,
                        line.quantity(),
                        net.getAmount());
        return new CreditDraft.Line(
                line.id(),
                line.description(),
                quantity,
                line.unitPrice(),
                net,
                line.days(),
                line.taxLabel(),
                LineExplanation.of(why, line.rates(), net, null));
    }
}
