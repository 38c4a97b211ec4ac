package dev.quittance.catalog;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The rows of products. */
@Repository
class ProductRepository {
    private final DatabaseClient db;

    ProductRepository(DatabaseClient db) {
        this.db = db;
    }

    Flux<Product> all() {
        return db.sql(
                        """
                        select id, name, description, tax_category_id
                          from product order by lower(name), id
                        """)
                .mapProperties(Product.class)
                .all();
    }

    Flux<Product> byIds(Collection<UUID> ids) {
        return db.sql(
                        """
                        select id, name, description, tax_category_id
                          from product where id = any(:ids)
                        """)
                .bind("ids", ids.toArray(UUID[]::new))
                .mapProperties(Product.class)
                .all();
    }

    Mono<Product> find(UUID id) {
        return byIds(List.of(id)).singleOrEmpty();
    }

    Mono<Product> named(String name) {
        return db.sql(
                        """
                        select id, name, description, tax_category_id
                          from product where name = :name
                        """)
                .bind("name", name)
                .mapProperties(Product.class)
                .one();
    }

    Mono<Void> insert(Product product) {
        return db.sql(
                        """
                        insert into product (id, name, description, tax_category_id)
                        values (:id, :name, :description, :taxCategoryId)
                        """)
                .bindProperties(product)
                .then();
    }
}
