package dev.quittance.organization;

import dev.quittance.platform.Columns;
import dev.quittance.platform.JsonText;
import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** The rows of the merchant and of what documents keep of it. */
@Repository
class OrganizationRepository {
    private final DatabaseClient db;

    OrganizationRepository(DatabaseClient db) {
        this.db = db;
    }

    Mono<Organization> find() {
        return db.sql(
                        """
                        select name, legal_name, address, tax_id, email, phone, website, time_zone,
                               accent_color, bank_details, default_currency, due_days,
                               document_footer, logo, version
                          from organization
                        """)
                .map(OrganizationRepository::organization)
                .one();
    }

    Mono<Organization> findForUpdate() {
        return db.sql(
                        """
                        select name, legal_name, address, tax_id, email, phone, website, time_zone,
                               accent_color, bank_details, default_currency, due_days,
                               document_footer, logo, version
                          from organization
                           for update
                        """)
                .map(OrganizationRepository::organization)
                .one();
    }

    Mono<Void> save(Organization organization) {
        return db.sql(
                        """
                        update organization o
                           set name = g.name, legal_name = g."legalName", address = g.address,
                               tax_id = g."taxId", email = g.email, phone = g.phone,
                               website = g.website, time_zone = g."timeZone",
                               accent_color = g."accentColor", bank_details = g."bankDetails",
                               default_currency = g."defaultCurrency", due_days = g."dueDays",
                               document_footer = g."documentFooter", logo = g.logo,
                               version = g.version
                          from jsonb_to_record(:organization::jsonb) as g(
                                 name text, "legalName" text, address jsonb, "taxId" text,
                                 email text, phone text, website text, "timeZone" text,
                                 "accentColor" text, "bankDetails" jsonb, "defaultCurrency" text,
                                 "dueDays" integer, "documentFooter" text, logo text,
                                 version bigint)
                        """)
                .bind("organization", JsonText.write(organization))
                .then();
    }

    /** The id of the row that keeps the merchant's present version. */
    Mono<UUID> seller() {
        return db.sql("select s.id from seller s join organization o on o.version = s.version")
                .mapValue(UUID.class)
                .one();
    }

    Mono<Map<UUID, Seller>> sellers(Collection<UUID> ids) {
        return db.sql("select id, content from seller where id = any(:ids)")
                .bind("ids", ids.toArray(UUID[]::new))
                .map(
                        row -> {
                            var column = new Columns(row);
                            return Map.entry(column.id("id"), column.json("content", Seller.class));
                        })
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private static Organization organization(Readable row) {
        var column = new Columns(row);
        return new Organization(
                column.text("name"),
                column.text("legal_name"),
                column.json("address", Address.class),
                column.textOrNull("tax_id"),
                column.text("email"),
                column.textOrNull("phone"),
                column.textOrNull("website"),
                column.text("time_zone"),
                column.text("accent_color"),
                List.of(column.json("bank_details", BankDetail[].class)),
                CurrencyUnit.of(column.text("default_currency")),
                column.integer("due_days"),
                column.textOrNull("document_footer"),
                column.textOrNull("logo"),
                column.number("version"));
    }
}
