package dev.quittance.billing;

import dev.quittance.contracting.DuePauses;
import dev.quittance.platform.DueWork;
import dev.quittance.platform.Ids;
import dev.quittance.platform.Refused;
import dev.quittance.platform.Traced;
import dev.quittance.subscriptions.SubscriptionContract;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Pauses subscriptions on their day, before the bill run. Whoever can't be credited is parked, and
 * never stops the others; until it is mended that subscription is neither paused nor billed.
 */
@Component
@Order(PausesByDate.BEFORE_THE_BILL_RUN)
class PausesByDate implements DueWork {
    static final int BEFORE_THE_BILL_RUN = 0;

    private static final Logger LOG = LoggerFactory.getLogger(PausesByDate.class);

    private final DuePauses pauses;
    private final Parking parking;
    private final ParkingRepository parked;

    PausesByDate(DuePauses pauses, Parking parking, ParkingRepository parked) {
        this.pauses = pauses;
        this.parking = parking;
        this.parked = parked;
    }

    @Override
    public String name() {
        return "pauses";
    }

    @Override
    public int floor() {
        return 9;
    }

    @Override
    public Mono<Void> run(LocalDate day, ZoneId zone) {
        return pauses.due(day, zone)
                .collectList()
                .flatMap(
                        due ->
                                parked.among(
                                                due.stream()
                                                        .map(SubscriptionContract::customer)
                                                        .distinct()
                                                        .toList())
                                        .collectList()
                                        .flatMapMany(
                                                out ->
                                                        Flux.fromIterable(due)
                                                                .filter(
                                                                        one ->
                                                                                !out.contains(
                                                                                        one
                                                                                                .customer())))
                                        .concatMap(one -> pause(one, day))
                                        .then());
    }

    private Mono<Void> pause(SubscriptionContract due, LocalDate day) {
        return pauses.pause(due.id(), day)
                .onErrorResume(
                        fault -> !fatal(fault),
                        fault ->
                                parking.park(Map.of(due.customer(), reason(due.customer(), fault)))
                                        .then());
    }

    private static boolean fatal(Throwable fault) {
        return fault instanceof DataAccessResourceFailureException
                || fault instanceof TransactionException;
    }

    private static String reason(UUID customer, Throwable fault) {
        if (fault instanceof Refused refused) {
            return refused.problem().message();
        }
        var id = Ids.next();
        LOG.error("Customer {} could not be paused, error {}", customer, id, Traced.of(fault));
        return ("The pause failed unexpectedly; the log tells more under %s. Un-park the customer"
                        + " once the cause is mended.")
                .formatted(id);
    }
}
