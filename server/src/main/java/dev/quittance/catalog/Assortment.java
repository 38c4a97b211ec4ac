package dev.quittance.catalog;

import dev.quittance.platform.Faults;
import dev.quittance.platform.InvalidInput;
import dev.quittance.platform.Refused;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Adds to what is sold: products and addons. */
@Service
public class Assortment {
    private final Catalog catalog;
    private final ProductRepository products;
    private final AddonRepository addons;
    private final AddonRows addonRows;
    private final TransactionalOperator transaction;

    Assortment(
            Catalog catalog,
            ProductRepository products,
            AddonRepository addons,
            AddonRows addonRows,
            TransactionalOperator transaction) {
        this.catalog = catalog;
        this.products = products;
        this.addons = addons;
        this.addonRows = addonRows;
        this.transaction = transaction;
    }

    /** Adds a product, or refuses with {@code InvalidInput}. */
    public Mono<Product> create(NewProduct given) {
        return Mono.fromSupplier(() -> checked(given))
                .flatMap(product -> products.insert(product).thenReturn(product))
                .as(transaction::transactional)
                .onErrorMap(DuplicateKeyException.class, _ -> taken("name", "product"))
                .onErrorMap(
                        DataIntegrityViolationException.class,
                        _ -> refused("taxCategoryId", "is not a tax category"));
    }

    /** Adds an addon, or refuses with {@code InvalidInput}. */
    public Mono<Addon> create(NewAddon given) {
        return Mono.fromSupplier(() -> checked(given))
                .flatMap(addon -> catalog.product(addon.productId()).thenReturn(addon))
                .flatMap(addon -> coded(addon, given.code() == null))
                .flatMap(addon -> addonRows.insert(addon).then(addons.find(addon.id())))
                .as(transaction::transactional)
                .onErrorMap(DuplicateKeyException.class, Assortment::taken);
    }

    private Mono<Addon> coded(Addon addon, boolean made) {
        return made
                ? addons.codes(addon.code())
                        .collectList()
                        .map(taken -> addon.coded(Code.free(addon.code(), taken)))
                : Mono.just(addon);
    }

    private static Product checked(NewProduct given) {
        var faults = new Faults();
        var product = given.checked(faults);
        faults.orThrow();
        return product;
    }

    private static Addon checked(NewAddon given) {
        var faults = new Faults();
        var addon = given.checked(faults);
        faults.orThrow();
        return addon;
    }

    private static Refused taken(DuplicateKeyException violation) {
        var name = String.valueOf(violation.getMessage()).contains("addon_name_taken");
        return taken(name ? "name" : "code", "addon");
    }

    private static Refused taken(String path, String kind) {
        return refused(path, "is the %s of another %s".formatted(path, kind));
    }

    private static Refused refused(String path, String message) {
        return new Refused(InvalidInput.of(path, message));
    }
}
