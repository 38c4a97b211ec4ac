package dev.quittance.billing;

import dev.quittance.platform.Ids;
import dev.quittance.platform.Refused;
import dev.quittance.platform.Traced;
import dev.quittance.subscriptions.SubscriptionContract;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Does something by date for one subscription after the other. Whoever it can't be done for is
 * parked with the reason, and never stops the others.
 */
@Component
class OneByOne {
    private static final Logger LOG = LoggerFactory.getLogger(OneByOne.class);

    private final Parking parking;
    private final ParkingRepository parked;

    OneByOne(Parking parking, ParkingRepository parked) {
        this.parking = parking;
        this.parked = parked;
    }

    /**
     * Leaves out those whose customers are parked.
     *
     * @param what it is, as the subject of "failed unexpectedly"
     */
    Mono<Void> each(
            List<SubscriptionContract> due,
            String what,
            Function<SubscriptionContract, Mono<Void>> act) {
        return parked.among(due.stream().map(SubscriptionContract::customer).distinct().toList())
                .collectList()
                .map(HashSet::new)
                .flatMapMany(
                        out -> Flux.fromIterable(due).filter(one -> !out.contains(one.customer())))
                .concatMap(
                        one ->
                                act.apply(one)
                                        .onErrorResume(
                                                fault -> !fatal(fault),
                                                fault -> park(one.customer(), what, fault)))
                .then();
    }

    private Mono<Void> park(UUID customer, String what, Throwable fault) {
        return parking.park(Map.of(customer, reason(customer, what, fault))).then();
    }

    private static boolean fatal(Throwable fault) {
        return fault instanceof DataAccessResourceFailureException
                || fault instanceof TransactionException;
    }

    private static String reason(UUID customer, String what, Throwable fault) {
        if (fault instanceof Refused refused) {
            return refused.problem().message();
        }
        var id = Ids.next();
        LOG.error("{} of customer {} failed, error {}", what, customer, id, Traced.of(fault));
        return ("%s failed unexpectedly; the log tells more under %s. Un-park the customer once the"
                        + " cause is mended.")
                .formatted(what, id);
    }
}
