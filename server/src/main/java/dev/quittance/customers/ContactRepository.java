package dev.quittance.customers;

import dev.quittance.identity.PersonStatus;
import dev.quittance.platform.Columns;
import dev.quittance.platform.Given;
import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The rows of contacts. */
@Repository
class ContactRepository {
    private final DatabaseClient db;

    ContactRepository(DatabaseClient db) {
        this.db = db;
    }

    /** All contacts of these customers, the primary one first, then by name. */
    Flux<Contact> of(Collection<UUID> customers) {
        return db.sql(
                        """
                        select c.id, c.customer_id, c.name, c.email, c.phone, c.role, c.login_id,
                               case when l.id is null then 'NOT_INVITED'
                                    when a.enabled then l.status else 'DISABLED' end as status
                          from contact c
                          left join portal_access a on a.contact_id = c.id
                          left join login l on l.id = a.login_id
                         where c.customer_id = any(:customers)
                         order by c.customer_id, c.role = 'PRIMARY' desc, lower(c.name), c.id
                        """)
                .bind("customers", customers.toArray(UUID[]::new))
                .map(ContactRepository::contact)
                .all();
    }

    Mono<Contact> find(UUID id) {
        return db.sql(
                        """
                        select c.id, c.customer_id, c.name, c.email, c.phone, c.role, c.login_id,
                               case when l.id is null then 'NOT_INVITED'
                                    when a.enabled then l.status else 'DISABLED' end as status
                          from contact c
                          left join portal_access a on a.contact_id = c.id
                          left join login l on l.id = a.login_id
                         where c.id = :id
                        """)
                .bind("id", id)
                .map(ContactRepository::contact)
                .one();
    }

    Mono<Void> insert(Contact contact) {
        return bind(
                        contact,
                        """
                        insert into contact (id, customer_id, name, email, phone, role)
                        values (:id, :customer, :name, :email, :phone, :role)
                        """)
                .bind("customer", contact.customer())
                .then();
    }

    Mono<Void> save(Contact contact) {
        return bind(
                        contact,
                        """
                        update contact
                           set name = :name, email = :email, phone = :phone, role = :role,
                               login_id = :login
                         where id = :id
                        """)
                .bind("login", Given.sql(contact.login(), UUID.class))
                .then();
    }

    /** Makes a customer's primary contact a billing contact, unless it is {@code besides}. */
    Mono<UUID> demotePrimary(UUID customer, UUID besides) {
        return db.sql(
                        """
                        update contact set role = 'BILLING'
                         where customer_id = :customer and role = 'PRIMARY' and id <> :besides
                        returning id
                        """)
                .bind("customer", customer)
                .bind("besides", besides)
                .mapValue(UUID.class)
                .one();
    }

    private DatabaseClient.GenericExecuteSpec bind(Contact contact, String sql) {
        return db.sql(sql)
                .bind("id", contact.id())
                .bind("name", contact.name())
                .bind("email", Given.sql(contact.email(), String.class))
                .bind("phone", Given.sql(contact.phone(), String.class))
                .bind("role", contact.role().name());
    }

    private static Contact contact(Readable row) {
        var column = new Columns(row);
        return new Contact(
                column.id("id"),
                column.id("customer_id"),
                column.text("name"),
                column.textOrNull("email"),
                column.textOrNull("phone"),
                column.choice("role", ContactRole.class),
                column.idOrNull("login_id"),
                column.choice("status", PersonStatus.class));
    }
}
