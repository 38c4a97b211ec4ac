package dev.quittance.subscriptions;

import dev.quittance.catalog.PricePart;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Tells what the price of a quantity is made of. */
final class PriceSentences {
    private PriceSentences() {}

    /** {@code 25 units per month, list price, each at the price of its tier}, then the tiers. */
    static List<String> of(Explanation.Priced priced) {
        var whose = priced.source().words();
        var often =
                priced.interval() == null ? "once" : "per " + Explanation.each(priced.interval());
        return switch (priced.model()) {
            case PER_UNIT ->
                    List.of("%s, %s, %s".formatted(times(priced, only(priced)), often, whose));
            case FLAT ->
                    List.of(
                            "%s for any quantity, %s, %s"
                                    .formatted(
                                            Explanation.price(
                                                    priced.currency(), only(priced).price()),
                                            often,
                                            whose));
            case PACKAGE ->
                    List.of(
                            "%s, %s, %s, in packages of %d"
                                    .formatted(
                                            units(priced),
                                            often,
                                            whose,
                                            Objects.requireNonNull(only(priced).last())),
                            times(priced, only(priced)));
            case GRADUATED ->
                    each(
                            priced,
                            "%s, %s, %s, each at the price of its tier"
                                    .formatted(units(priced), often, whose));
            case VOLUME ->
                    each(
                            priced,
                            "%s, %s, %s, all at the price of their tier"
                                    .formatted(units(priced), often, whose));
        };
    }

    private static PricePart only(Explanation.Priced priced) {
        return priced.parts().getFirst();
    }

    private static List<String> each(Explanation.Priced priced, String first) {
        var sentences = new ArrayList<String>();
        sentences.add(first);
        for (var part : priced.parts()) {
            sentences.add(
                    part.kind() == PricePart.Kind.FIXED
                            ? "Fixed: " + Explanation.price(priced.currency(), part.price())
                            : "%s: %s".formatted(tier(part), times(priced, part)));
        }
        return List.copyOf(sentences);
    }

    private static String tier(PricePart part) {
        return part.last() == null
                ? "From %d on".formatted(part.first())
                : "%d to %d".formatted(part.first(), part.last());
    }

    private static String times(Explanation.Priced priced, PricePart part) {
        return "%d × %s"
                .formatted(part.count(), Explanation.price(priced.currency(), part.price()));
    }

    private static String units(Explanation.Priced priced) {
        return priced.quantity() == 1 ? "1 unit" : "%d units".formatted(priced.quantity());
    }
}
