package dev.quittance.demo;

import dev.quittance.platform.ClockSetting;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Makes the demo: half a year of a small merchant's business, day by day up to today. */
@Service
class DemoStory {
    private static final Logger LOG = LoggerFactory.getLogger(DemoStory.class);
    private final DemoMark mark;
    private final ClockSetting clock;
    private final DemoScenery scenery;
    private final DemoArrivals arrivals;
    private final DemoPayments payments;

    DemoStory(
            DemoMark mark,
            ClockSetting clock,
            DemoScenery scenery,
            DemoArrivals arrivals,
            DemoPayments payments) {
        this.mark = mark;
        this.clock = clock;
        this.scenery = scenery;
        this.arrivals = arrivals;
        this.payments = payments;
    }

    /** Makes it unless it is there; says whether the demo's people can sign in. */
    Mono<Boolean> tell() {
        return mark.state()
                .flatMap(
                        state ->
                                switch (state) {
                                    case EMPTY ->
                                            mark.begin()
                                                    .delayUntil(
                                                            first -> first ? make() : Mono.empty());
                                    case INTERRUPTED -> mend();
                                    case DONE -> Mono.just(true);
                                    case IN_USE -> Mono.just(false);
                                });
    }

    private Mono<Void> make() {
        LOG.info("Making demo data, which takes some seconds …");
        return scenery.make()
                .then(clock.realToday())
                .map(DemoCalendar::until)
                .flatMapMany(
                        calendar ->
                                Flux.fromIterable(calendar.days())
                                        .concatMap(day -> live(calendar, day)))
                .then(mark.done())
                .contextWrite(DemoApi.OWNER::in);
    }

    /** What is half made stays; only the clock must not stay in the past. */
    private Mono<Boolean> mend() {
        LOG.warn(
                "Making demo data was interrupted; it stays incomplete. For all of it begin with an empty database.");
        return clock.realToday().flatMap(clock::putOn).then(mark.done()).thenReturn(true);
    }

    private Mono<Void> live(DemoCalendar calendar, LocalDate day) {
        return clock.putOn(day)
                .thenMany(Flux.fromIterable(DemoCustomers.ALL))
                .filter(customer -> calendar.start(customer).equals(day))
                .concatMap(customer -> arrivals.arrive(customer, day))
                .then(Mono.defer(clock::workOffToday))
                .thenMany(Flux.fromIterable(DemoCustomers.ALL))
                .filter(customer -> calendar.pays(customer, day))
                .concatMap(customer -> payments.pay(customer, day))
                .then();
    }
}
