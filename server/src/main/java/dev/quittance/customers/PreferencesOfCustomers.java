package dev.quittance.customers;

import dev.quittance.preferences.KnownThings;
import dev.quittance.preferences.PreferenceLevel;
import java.util.Collection;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Says for which customers preferences can be set. */
@Component
class PreferencesOfCustomers implements KnownThings {
    private final CustomerRepository repository;

    PreferencesOfCustomers(CustomerRepository repository) {
        this.repository = repository;
    }

    @Override
    public PreferenceLevel level() {
        return PreferenceLevel.CUSTOMER;
    }

    @Override
    public Flux<UUID> known(Collection<UUID> ids) {
        return repository.byIds(ids).map(Customer::id);
    }
}
