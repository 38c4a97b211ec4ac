package dev.quittance.subscriptions;

import dev.quittance.catalog.Coupon;
import dev.quittance.catalog.CouponFault;
import dev.quittance.platform.Faults;
import dev.quittance.platform.Ids;
import dev.quittance.subscriptions.CouponStep.Redeemed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** Coupons that somebody names with an act on a subscription. */
public record CouponsAsked(List<Asked> each) {
    public static final CouponsAsked NONE = new CouponsAsked(List.of());

    /** The field that names them. */
    public static final String FIELD = "couponCodes";

    public CouponsAsked {
        each = List.copyOf(each);
    }

    /**
     * One of them.
     *
     * @param coupon null where there is none of that code
     * @param byCustomer how often the customer has redeemed it
     */
    public record Asked(String code, @Nullable Coupon coupon, long byCustomer) {}

    /**
     * What they are to act on.
     *
     * @param held coupons that act on it already
     */
    public record Of(
            UUID subscription, UUID plan, CurrencyUnit currency, Set<UUID> held, LocalDate today) {}

    /** The redemptions that are to be, in their order; why one can't be is a fault of its field. */
    public List<Redeemed> redeemed(Faults faults, Of of) {
        var ids = Stream.generate(Ids::next).limit(each.size()).sorted().toList();
        var held = new HashSet<>(of.held());
        var redeemed = new ArrayList<Redeemed>();
        for (var i = 0; i < each.size(); i++) {
            var asked = each.get(i);
            var fault = fault(asked, of, held);
            var coupon = asked.coupon();
            if (fault.isPresent() || coupon == null) {
                faults.add(
                        "%s[%d]".formatted(FIELD, i), fault.orElse(CouponFault.UNKNOWN).sentence());
            } else {
                redeemed.add(new Redeemed(redemption(ids.get(i), coupon, of), coupon));
            }
        }
        return redeemed;
    }

    private static Optional<CouponFault> fault(Asked asked, Of of, Set<UUID> held) {
        var coupon = asked.coupon();
        if (coupon == null) {
            return Optional.of(CouponFault.UNKNOWN);
        }
        return held.add(coupon.id())
                ? coupon.fault(of.plan(), of.currency(), asked.byCustomer(), of.today())
                : Optional.of(CouponFault.REDEEMED);
    }

    private static CouponRedemption redemption(UUID id, Coupon coupon, Of of) {
        return new CouponRedemption(
                id, of.subscription(), coupon.id(), of.today(), coupon.periods(), null);
    }
}
