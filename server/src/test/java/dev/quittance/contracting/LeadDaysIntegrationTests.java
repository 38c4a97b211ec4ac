package dev.quittance.contracting;

import static dev.quittance.contracting.StartIntegrationTests.is;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.subscriptions.Subscriptions;
import dev.quittance.testing.IntegrationTest;
import dev.quittance.testing.Shop;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Plans whose periods are billed five days ahead; today is 1 January 2030. */
class LeadDaysIntegrationTests extends IntegrationTest {
    @Autowired Subscriptions subscriptions;

    Shop shop;
    Lives lives;
    UUID gold;
    UUID pro;

    @BeforeAll
    void openTheShop() {
        shop = new Shop(asOwner());
        lives = new Lives(asOwner());
        gold = shop.monthly("USD", "31");
        pro = shop.monthly("USD", "62");
        lives.terms(gold, Map.of("leadDays", 5));
    }

    @Test
    void theNextPeriodIsBilledBeforeItBegins() {
        var customer = shop.customer();
        var id = shop.started(customer, gold);

        is(lives.subscription(id), "subscription.nextInvoiceOn", "2030-01-27");
        assertThat(due(customer, "2030-01-26")).isEmpty();
        assertThat(due(customer, "2030-01-27")).containsExactly("2030-02-01 USD 31.00");
    }

    @Test
    void nothingIsBilledAheadThatAChangeOrAPauseComesBefore() {
        var customer = shop.customer();
        var id = shop.started(customer, gold);
        lives.change(id, Map.of("planId", pro, "when", "TERM_END"));

        assertThat(due(customer, "2030-01-27")).isEmpty();
        assertThat(due(customer, "2030-01-31")).isEmpty();
        lives.unkeyed("removeScheduledChange", "ScheduledChangeRemoved", Map.of("id", id));
        assertThat(due(customer, "2030-01-27")).hasSize(1);
        lives.pause(id, "TERM_END");
        assertThat(due(customer, "2030-01-27")).isEmpty();
    }

    @Test
    void anotherPlanBringsItsOwnDaysAhead() {
        var customer = shop.customer();
        var id = shop.started(customer, pro);
        is(lives.subscription(id), "subscription.nextInvoiceOn", "2030-02-01");

        is(
                lives.change(id, Map.of("planId", gold)),
                "changeSubscription.subscription.nextInvoiceOn",
                "2030-01-27");
        is(
                lives.change(id, Map.of("planId", pro)),
                "changeSubscription.subscription.nextInvoiceOn",
                "2030-02-01");
    }

    private List<String> due(UUID customer, String day) {
        return subscriptions
                .due(LocalDate.parse(day), List.of(customer))
                .map(term -> term.period().from() + " " + term.charges().getFirst().amount())
                .collectList()
                .block();
    }
}
