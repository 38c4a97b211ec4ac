package dev.quittance.subscriptions;

import dev.quittance.platform.Ids;
import dev.quittance.subscriptions.BillingBasis.Item;
import dev.quittance.subscriptions.ItemStep.Changed;
import dev.quittance.subscriptions.ItemsWanted.AddonWanted;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds which items differ between what holds and what is wanted: only they are touched. */
final class ItemDifference {
    private ItemDifference() {}

    /** What differs from {@code on} on. */
    static Changed of(UUID plan, List<OpenItem> open, ItemsWanted wanted, LocalDate on) {
        var versions = new ArrayList<Changed.Version>();
        var removed = new ArrayList<UUID>();
        var held = open.stream().filter(item -> item.addon() == null).findFirst().orElseThrow();
        if (!plan.equals(wanted.plan()) || differs(held, wanted.quantity(), wanted.ownPrice())) {
            versions.add(
                    new Changed.Version(
                            held.id(),
                            wanted.plan(),
                            null,
                            wanted.quantity(),
                            wanted.ownPrice(),
                            false));
        }
        for (var item : open) {
            if (item.addon() != null && find(wanted, item.addon()) == null) {
                removed.add(item.id());
            }
        }
        for (var addon : wanted.addons()) {
            var before = held(open, addon.addon());
            if (before == null || differs(before, addon.quantity(), addon.ownPrice())) {
                versions.add(
                        new Changed.Version(
                                before == null ? Ids.next() : before.id(),
                                null,
                                addon.addon(),
                                addon.quantity(),
                                addon.ownPrice(),
                                before == null));
            }
        }
        return new Changed(on, versions, removed);
    }

    /** The versions that begin with {@code changed}, as they are billed from {@code from} on. */
    static List<Item> begun(Life life, Changed changed, ChangeTarget target, LocalDate from) {
        return changed.versions().stream()
                .map(version -> keeping(life, version, priced(version, target)).holding(from, null))
                .toList();
    }

    /**
     * What is billed once stays billed, and a plan that stays keeps the former price that it keeps.
     */
    private static Item keeping(Life life, Changed.Version version, Item item) {
        if (billed(life, version)) {
            return item.billedBefore();
        }
        return life.subscription().plan().equals(version.plan())
                ? life.basis().items().stream()
                        .filter(held -> held.id().equals(version.item()) && held.until() == null)
                        .findFirst()
                        .map(held -> item.keeping(held.kept()))
                        .orElse(item)
                : item;
    }

    private static boolean billed(Life life, Changed.Version version) {
        return life.basis().items().stream()
                .filter(held -> held.id().equals(version.item()))
                .anyMatch(held -> held.recurrence() == Recurrence.BILLED);
    }

    private static Item priced(Changed.Version version, ChangeTarget target) {
        var addons = target.wanted().addons();
        var index = 0;
        for (var i = 0; version.addon() != null && i < addons.size(); i++) {
            if (addons.get(i).addon().equals(version.addon())) {
                index = i + 1;
            }
        }
        return target.priced().get(index).of(version.item());
    }

    private static @Nullable AddonWanted find(ItemsWanted wanted, UUID addon) {
        return wanted.addons().stream()
                .filter(one -> one.addon().equals(addon))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable OpenItem held(List<OpenItem> open, UUID addon) {
        return open.stream().filter(item -> addon.equals(item.addon())).findFirst().orElse(null);
    }

    private static boolean differs(OpenItem item, int quantity, @Nullable BigDecimal ownPrice) {
        return item.quantity() != quantity || !same(item.ownPrice(), ownPrice);
    }

    private static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null || other == null
                ? Objects.equals(one, other)
                : one.compareTo(other) == 0;
    }
}
