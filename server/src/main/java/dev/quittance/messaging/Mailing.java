package dev.quittance.messaging;

import dev.quittance.organization.Organizations;
import dev.quittance.platform.Event;
import dev.quittance.platform.Listener;
import dev.quittance.platform.Settings;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Writes a letter for each of some events, all of them in one go. */
abstract class Mailing<E extends Event> implements Listener<E> {
    private final Class<E> event;
    private final Desk desk;

    /** What every one of them needs. */
    @Component
    record Desk(Mails mails, Organizations organizations, Settings settings) {}

    Mailing(Class<E> event, Desk desk) {
        this.event = event;
        this.desk = desk;
    }

    /** The mails of these events; none for those that are not worth one. */
    abstract Flux<NewMail> mails(List<E> events, Letters letters);

    @Override
    public Class<E> event() {
        return event;
    }

    @Override
    public Mono<Void> on(E one) {
        return onAll(List.of(one));
    }

    @Override
    public Mono<Void> onAll(List<E> events) {
        return desk.organizations()
                .current()
                .map(merchant -> Letters.of(merchant.name(), desk.settings()))
                .flatMap(letters -> mails(events, letters).collectList())
                .flatMap(desk.mails()::write);
    }
}
