package dev.quittance.identity;

import static java.util.Objects.requireNonNull;

import dev.quittance.platform.Ids;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;
import org.springframework.test.web.reactive.server.WebTestClient;

/** People for tests, each with the same password. */
@Component
public class People {
    static final String PASSWORD = "a fine day for a walk";
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Map<UUID, UUID> contacts = new ConcurrentHashMap<>();
    private final Logins logins;
    private final PortalAccess access;

    People(Logins logins, PortalAccess access) {
        this.logins = logins;
        this.access = access;
    }

    /** Somebody who can sign in to the console. */
    Login staff(StaffRole role) {
        var email = "staff%d@quittance.example".formatted(COUNT.incrementAndGet());
        var user = requireNonNull(logins.inviteStaff("Sam Staff", email, role).block());
        return activated(user.id());
    }

    /** Somebody who can sign in to the portal. */
    Login contact(UUID customer, ContactAccess role) {
        var email = "contact%d@customer.example".formatted(COUNT.incrementAndGet());
        var login = requireNonNull(logins.portalLogin(email, "Connie Contact").block());
        var contact = Ids.next();
        access.grantPortal(login, customer, contact, role).block();
        contacts.put(login, contact);
        return activated(login);
    }

    /** A browser in which a billing contact of a customer has signed in to the portal. */
    public Browser portal(WebTestClient http, UUID customer) {
        return Browser.of(http, contact(customer, ContactAccess.BILLING));
    }

    /** The same of several customers; the browser shows the one with the lowest id first. */
    public Browser portal(WebTestClient http, UUID customer, List<UUID> others) {
        var person = contact(customer, ContactAccess.BILLING);
        others.forEach(other -> grant(person, other, ContactAccess.BILLING));
        return Browser.of(http, person);
    }

    /** Makes somebody a person of another customer too. */
    void grant(Login login, UUID customer, ContactAccess role) {
        access.grantPortal(login.id(), customer, Ids.next(), role).block();
    }

    /** Lets somebody made by {@link #contact} in, or not. */
    void setEnabled(Login login, boolean enabled) {
        access.setPortalEnabled(requireNonNull(contacts.get(login.id())), enabled).block();
    }

    private Login activated(UUID login) {
        logins.activate(login, PASSWORD).block();
        return requireNonNull(logins.get(login).block());
    }
}
