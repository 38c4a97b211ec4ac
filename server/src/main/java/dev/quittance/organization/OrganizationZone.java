package dev.quittance.organization;

import dev.quittance.platform.ZoneSource;
import java.time.ZoneId;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** The merchant's own zone is the first that due work runs for. */
@Component
@Order(0)
class OrganizationZone implements ZoneSource {
    private final Organizations organizations;

    OrganizationZone(Organizations organizations) {
        this.organizations = organizations;
    }

    @Override
    public Flux<ZoneId> zones() {
        return organizations.zone().flux();
    }
}
