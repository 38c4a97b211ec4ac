package dev.quittance.catalog;

import dev.quittance.platform.BusinessClock;
import dev.quittance.platform.Faults;
import dev.quittance.platform.History;
import dev.quittance.platform.HistoryEntry;
import dev.quittance.platform.InvalidInput;
import dev.quittance.platform.NotFound;
import dev.quittance.platform.Refused;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Knows the coupons, and counts how often they are redeemed. */
@Service
public class Coupons {
    private final CouponRepository repository;
    private final BusinessClock clock;
    private final History history;
    private final TransactionalOperator transaction;

    Coupons(
            CouponRepository repository,
            BusinessClock clock,
            History history,
            TransactionalOperator transaction) {
        this.repository = repository;
        this.clock = clock;
        this.history = history;
        this.transaction = transaction;
    }

    /** The coupon of this code, upper and lower case alike; empty when there is none. */
    public Mono<Coupon> coded(String code) {
        return repository.coded(code.strip());
    }

    /** Coupons by id, archived or not. */
    public Mono<Map<UUID, Coupon>> byIds(Collection<UUID> ids) {
        return repository.byIds(ids).collectMap(Coupon::id);
    }

    /**
     * Counts one more redemption, however many ask at once; false where none is left. Call it in
     * the transaction that redeems.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Boolean> take(UUID id) {
        return repository.take(id);
    }

    /** Adds a coupon, or refuses with {@code InvalidInput}. */
    Mono<Coupon> create(NewCoupon given) {
        return clock.today()
                .map(today -> checked(given, today))
                .flatMap(
                        coupon ->
                                repository
                                        .insert(coupon)
                                        .then(tell(coupon, "created", null))
                                        .then(repository.find(coupon.id())))
                .as(transaction::transactional)
                .onErrorMap(
                        DuplicateKeyException.class,
                        _ -> refused("code", "is the code of another coupon"))
                .onErrorMap(DataIntegrityViolationException.class, Coupons::unknown);
    }

    /** Takes a coupon off what can be redeemed, or puts it back. Redeemed ones go on. */
    Mono<Coupon> setArchived(UUID id, boolean archived) {
        return repository
                .find(id)
                .switchIfEmpty(Mono.error(() -> new NotFound("coupon")))
                .filter(before -> before.archived() != archived)
                .flatMap(
                        before ->
                                repository
                                        .setArchived(id, archived)
                                        .then(
                                                tell(
                                                        before,
                                                        archived ? "archived" : "brought back",
                                                        before)))
                .then(repository.find(id))
                .as(transaction::transactional);
    }

    private Mono<Void> tell(Coupon coupon, String what, @Nullable Coupon before) {
        return history.add(
                new HistoryEntry.New("COUPON", coupon.id(), null, what, before, coupon, null));
    }

    private static Coupon checked(NewCoupon given, LocalDate today) {
        var faults = new Faults();
        var coupon = given.checked(faults, today);
        faults.orThrow();
        return coupon;
    }

    private static Refused unknown(DataIntegrityViolationException violation) {
        return String.valueOf(violation.getMessage()).contains("coupon_addon_addon_id_fkey")
                ? refused("addonIds", "names no addon")
                : refused("planIds", "names no plan");
    }

    private static Refused refused(String path, String message) {
        return new Refused(InvalidInput.of(path, message));
    }
}
