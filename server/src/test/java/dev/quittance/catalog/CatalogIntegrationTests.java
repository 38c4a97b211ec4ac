package dev.quittance.catalog;

import dev.quittance.testing.IntegrationTest;
import org.junit.jupiter.api.Test;

class CatalogIntegrationTests extends IntegrationTest {

    @Test
    void smoke() {
        asOwner()
                .document(
                        "{ organization { name } products { id } plans { totalCount edges { node { id } } } addons { id } }")
                .execute()
                .path("organization.name")
                .entity(String.class)
                .isEqualTo("My company");
    }
}
