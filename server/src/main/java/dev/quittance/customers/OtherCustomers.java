package dev.quittance.customers;

import dev.quittance.platform.Caller;
import dev.quittance.platform.Columns;
import java.util.UUID;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Flux;

/** The customers that one person stands for, beside the one being looked at. */
@Controller
class OtherCustomers {
    private final DatabaseClient db;

    OtherCustomers(DatabaseClient db) {
        this.db = db;
    }

    /** By name; none for programs, which don't sign in. */
    @SchemaMapping(typeName = "Viewer", field = "otherCustomers")
    Flux<OtherCustomer> ofViewer(@ContextValue Caller caller) {
        var person = caller.id();
        var present = caller.customer();
        return caller.kind() == Caller.Kind.CONTACT && person != null && present != null
                ? others(person, present)
                : Flux.empty();
    }

    private Flux<OtherCustomer> others(UUID person, UUID present) {
        return db.sql(
                        """
                        select c.id, c.name
                          from portal_access a
                          join customer c on c.id = a.customer_id
                         where a.login_id = :person
                           and a.customer_id <> :present
                           and a.enabled
                         order by lower(c.name) collate "C", c.id
                        """)
                .bind("person", person)
                .bind("present", present)
                .map(
                        row -> {
                            var column = new Columns(row);
                            return new OtherCustomer(column.id("id"), column.text("name"));
                        })
                .all();
    }
}
