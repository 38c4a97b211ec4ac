package dev.quittance.identity;

import dev.quittance.platform.Columns;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Repository
class PortalAccessRepository {
    private final DatabaseClient db;

    PortalAccessRepository(DatabaseClient db) {
        this.db = db;
    }

    /** Lets a login see a customer as this contact; the contact's access before that ends. */
    Mono<Void> grant(UUID login, UUID customer, UUID contact, ContactAccess role) {
        return db.sql(
                        """
                        insert into portal_access (login_id, customer_id, contact_id, contact_role)
                        values (:login, :customer, :contact, :role)
                        on conflict (contact_id) do update
                           set login_id = excluded.login_id,
                               customer_id = excluded.customer_id,
                               contact_role = excluded.contact_role
                        """)
                .bind("login", login)
                .bind("customer", customer)
                .bind("contact", contact)
                .bind("role", role.name())
                .then();
    }

    /** The login that sees something as this contact. */
    Mono<UUID> login(UUID contact) {
        return db.sql("select login_id from portal_access where contact_id = :contact")
                .bind("contact", contact)
                .map(row -> new Columns(row).id("login_id"))
                .one();
    }

    Mono<Void> setEnabled(UUID contact, boolean enabled) {
        return db.sql("update portal_access set enabled = :enabled where contact_id = :contact")
                .bind("contact", contact)
                .bind("enabled", enabled)
                .then();
    }

    Mono<Void> setRole(UUID contact, ContactAccess role) {
        return db.sql("update portal_access set contact_role = :role where contact_id = :contact")
                .bind("contact", contact)
                .bind("role", role.name())
                .then();
    }

    Mono<Void> remove(UUID contact) {
        return db.sql("delete from portal_access where contact_id = :contact")
                .bind("contact", contact)
                .then();
    }

    /** The contacts that were ever invited, and how they stand. */
    Flux<Map.Entry<UUID, PersonStatus>> statuses(Collection<UUID> contacts) {
        return db.sql(
                        """
                        select contact_id,
                               case when enabled then login.status else 'DISABLED' end as status
                          from portal_access
                          join login on login.id = portal_access.login_id
                         where contact_id = any(:contacts)
                        """)
                .bind("contacts", contacts.toArray(UUID[]::new))
                .map(
                        row -> {
                            var column = new Columns(row);
                            return Map.entry(
                                    column.id("contact_id"),
                                    column.choice("status", PersonStatus.class));
                        })
                .all();
    }
}
