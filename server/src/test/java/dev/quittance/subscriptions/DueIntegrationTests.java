package dev.quittance.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quittance.catalog.Interval;
import dev.quittance.catalog.IntervalUnit;
import dev.quittance.testing.IntegrationTest;
import dev.quittance.testing.Shop;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.reactive.TransactionalOperator;

class DueIntegrationTests extends IntegrationTest {
    private static final LocalDate TODAY = LocalDate.of(2030, 1, 1);

    @Autowired Subscriptions subscriptions;
    @Autowired TransactionalOperator transaction;

    Shop shop;
    UUID plan;
    UUID addon;

    @BeforeEach
    void nothingIsDueFromBefore() {
        shop = new Shop(asOwner());
        plan = shop.monthly("USD", "20");
        addon = shop.addon("USD", "0");
        db.sql("update subscription set next_bill_on = null").then().block();
    }

    @Test
    void whatIsDueIsTakenCustomerByCustomerAndOnlyOnce() {
        var made =
                List.of(
                        imported(shop.customer(), TODAY),
                        imported(shop.customer(), TODAY.minusMonths(2)),
                        imported(shop.customer(), TODAY.plusDays(1)));

        assertThat(subscriptions.dueCount(TODAY, null).block()).isEqualTo(2);
        var firstPage = due(TODAY, null, 1);
        assertThat(firstPage)
                .singleElement()
                .extracting(DueTerm::subscription)
                .isEqualTo(made.get(0));
        var second = due(TODAY, firstPage.getFirst().customer(), 1);
        assertThat(second).singleElement().extracting(DueTerm::subscription).isEqualTo(made.get(1));
        assertThat(second.getFirst().charges())
                .extracting(ItemCharge::amount)
                .containsExactly(Money.parse("USD 19.99"), Money.parse("USD 0.00"));

        advance(firstPage);
        advance(second);

        assertThat(subscriptions.dueCount(TODAY, null).block()).isZero();
        assertThat(due(TODAY, null, 10)).isEmpty();
        assertThat(subscriptions.get(made.get(0)).block())
                .extracting(SubscriptionContract::billedUntil, SubscriptionContract::nextBillOn)
                .containsExactly(LocalDate.of(2030, 2, 1), LocalDate.of(2030, 2, 1));
        assertThatThrownBy(() -> advance(firstPage)).hasMessageContaining("meanwhile");
    }

    @Test
    void severalPeriodsOfOneSubscriptionAdvanceInOneStatement() {
        var id = imported(shop.customer(), TODAY);
        var due = due(LocalDate.of(2030, 4, 15), null, 10);

        assertThat(due).hasSize(4);
        advance(due);

        assertThat(subscriptions.get(id).block())
                .extracting(SubscriptionContract::nextTerm, SubscriptionContract::nextBillOn)
                .containsExactly(4, LocalDate.of(2030, 5, 1));
    }

    @Test
    void onlyCustomersOfTheZoneAreDue() {
        imported(shop.customer(Map.of("timeZone", "Asia/Tokyo")), TODAY);
        imported(shop.customer(), TODAY);

        assertThat(subscriptions.dueCount(TODAY, ZoneId.of("Asia/Tokyo")).block()).isEqualTo(1);
        assertThat(
                        subscriptions
                                .dueCustomers(TODAY, ZoneId.of("Asia/Tokyo"), null, 10)
                                .collectList()
                                .block())
                .hasSize(1);
        assertThat(subscriptions.dueCustomers(TODAY, null, null, 10).collectList().block())
                .hasSize(2);
    }

    @Test
    void freeCustomersAndMissingPricesAreToldAsSuch() {
        var free = imported(shop.customer(Map.of("paymentKind", "FREE")), TODAY);
        var priceless = created(shop.customer(), TODAY, "EUR", null);

        var due = due(TODAY, null, 10);

        assertThat(due)
                .filteredOn(term -> term.subscription().equals(free))
                .singleElement()
                .matches(DueTerm::silent)
                .matches(term -> term.fault() == null);
        assertThat(due)
                .filteredOn(term -> term.subscription().equals(priceless))
                .singleElement()
                .extracting(DueTerm::fault)
                .asString()
                .contains("has no price in EUR");
    }

    @Test
    void aThousandSubscriptionsAreMadeInOneGoWithNumbersInARow() {
        var customer = shop.customer();
        var group = group(customer);
        var list =
                java.util.stream.IntStream.range(0, 1000)
                        .mapToObj(_ -> subscription(customer, group, TODAY, "USD", "19.99"))
                        .toList();

        var made = subscriptions.createAll(list).blockOptional().orElseThrow();

        assertThat(made).extracting(SubscriptionContract::number).doesNotHaveDuplicates();
        assertThat(due(TODAY, null, 10)).hasSize(1000);
        assertThat(
                        db.sql(
                                        "select count(*) from history_entry where customer_id = :c and subject_kind = 'SUBSCRIPTION'")
                                .bind("c", customer)
                                .mapValue(Long.class)
                                .one()
                                .block())
                .isEqualTo(1000);
    }

    @Test
    void noSubscriptionsAreNoWork() {
        assertThat(subscriptions.createAll(List.of()).block()).isEmpty();
        advance(List.of());
        assertThat(subscriptions.due(TODAY, List.of()).collectList().block()).isEmpty();
    }

    /** All that is due of the next {@code count} customers, as a bill run goes through them. */
    private List<DueTerm> due(LocalDate day, @Nullable UUID after, int count) {
        return subscriptions
                .dueCustomers(day, null, after, count)
                .collectList()
                .flatMapMany(customers -> subscriptions.due(day, customers))
                .collectList()
                .blockOptional()
                .orElseThrow();
    }

    private void advance(List<DueTerm> terms) {
        transaction.transactional(subscriptions.advance(terms)).block();
    }

    private UUID imported(UUID customer, LocalDate startOn) {
        return created(customer, startOn, "USD", "19.99");
    }

    private UUID created(
            UUID customer, LocalDate startOn, String currency, @Nullable String ownPrice) {
        return subscriptions
                .createAll(
                        List.of(
                                subscription(
                                        customer, group(customer), startOn, currency, ownPrice)))
                .map(made -> made.getFirst().id())
                .blockOptional()
                .orElseThrow();
    }

    private NewSubscription subscription(
            UUID customer,
            UUID group,
            LocalDate startOn,
            String currency,
            @Nullable String ownPrice) {
        return NewSubscription.starting(
                new NewSubscription.Terms(
                        customer,
                        group,
                        plan,
                        currency,
                        new Interval(1, IntervalUnit.MONTH),
                        null,
                        List.of(
                                NewSubscription.Item.plan(
                                        1, ownPrice == null ? null : new BigDecimal(ownPrice)),
                                NewSubscription.Item.addon(addon, 1, null))),
                startOn,
                TODAY);
    }

    private UUID group(UUID customer) {
        return db.sql("select id from billing_group where customer_id = :id and is_default")
                .bind("id", customer)
                .mapValue(UUID.class)
                .one()
                .blockOptional()
                .orElseThrow();
    }
}
