package dev.quittance.customers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.identity.Browser;
import dev.quittance.identity.People;
import dev.quittance.testing.Refusals;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class OtherCustomersTests extends CustomerTest {
    @Autowired private People people;

    @Test
    void aPersonOfSeveralCustomersSeesTheOthersByNameAndSwitches() {
        var first = customer("Zebra");
        var second = customer("beta");
        var third = customer("Alpha");
        var browser = people.portal(http(), first, List.of(second, third));

        sees(browser, first, "Alpha", "beta");

        browser.post("switch-customer", Map.of("customerId", second)).expectStatus().isNoContent();

        sees(browser, second, "Alpha", "Zebra");
    }

    @Test
    void nobodySeesOrReachesTheCustomersOfAnother() {
        var mine = customer("Mine alone");
        var foreign = customer("Of another person");
        var stranger = people.portal(http(), foreign);
        var browser = people.portal(http(), mine);

        browser.post("switch-customer", Map.of("customerId", foreign)).expectStatus().isNotFound();
        sees(browser, mine);
        sees(stranger, foreign);
    }

    @Test
    void whoseAccessEndedIsNotListed() {
        var mine = customer("Kept");
        var lost = customer("Lost");
        var browser = people.portal(http(), mine, List.of(lost));
        db.sql("update portal_access set enabled = false where customer_id = :lost")
                .bind("lost", lost)
                .then()
                .block();

        sees(browser, mine);
        browser.post("switch-customer", Map.of("customerId", lost)).expectStatus().isNotFound();
    }

    @Test
    void staffHaveNone() {
        assertThat(Refusals.of(asOwner(), "{ viewer { otherCustomers { id } } }"))
                .containsExactly("FORBIDDEN");
    }

    private static void sees(Browser browser, UUID present, String... others) {
        browser.graphql("{ viewer { customer { id } otherCustomers { name } } }", Map.of())
                .expectBody()
                .jsonPath("$.data.viewer.customer.id")
                .isEqualTo(present.toString())
                .jsonPath("$.data.viewer.otherCustomers[*].name")
                .value(names -> assertThat(names).isEqualTo(List.of(others)));
    }
}
