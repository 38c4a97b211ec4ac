package dev.quittance.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.platform.HistoryEntry.New;
import dev.quittance.testing.IntegrationTest;
import graphql.relay.Connection;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class HistoryIntegrationTests extends IntegrationTest {
    @Autowired private History history;

    record Address(String city, String country) {}

    record Facts(String name, Money price, BigDecimal rate, LocalDate from, Address address) {}

    @Test
    void anEntrySaysWhoWhenBeforeAfterAndWhy() {
        var subject = Ids.next();
        var before = facts("Ada", "USD 1.00", "Paris");
        var after = facts("Ada", "USD 2.50", "Rome");

        history.add(new New("PLAN", subject, null, "price changed", before, after, "Inflation"))
                .contextWrite(staff()::in)
                .block();

        var entry = entries("PLAN", subject, Page.of(10, null)).getFirst();
        assertThat(entry.actor()).isEqualTo("Sam Staff");
        assertThat(entry.on()).isEqualTo(clock.today());
        assertThat(entry.what()).isEqualTo("price changed");
        assertThat(entry.reason()).isEqualTo("Inflation");
        assertThat(entry.changes())
                .containsExactly(
                        new FactChange("address.city", "Paris", "Rome"),
                        new FactChange("price", "USD 1.00", "USD 2.50"));
    }

    @Test
    void whatRunsByItselfIsQuittance() {
        var subject = Ids.next();
        history.add(new New("INVOICE", subject, null, "posted")).block();

        assertThat(entries("INVOICE", subject, Page.of(1, null)).getFirst().actor())
                .isEqualTo("Quittance");
    }

    @Test
    void pagesGoBackInTime() {
        var customer = Ids.next();
        var all =
                IntStream.range(0, 5)
                        .mapToObj(i -> new New("INVOICE", Ids.next(), customer, "event " + i))
                        .toList();
        history.add(all).block();

        var first = page(customer, Page.of(3, null));
        var cursor = first.getPageInfo().getEndCursor().getValue();
        var second = page(customer, Page.of(3, cursor));

        assertThat(first.getEdges())
                .extracting(edge -> edge.getNode().what())
                .containsExactly("event 4", "event 3", "event 2");
        assertThat(second.getEdges())
                .extracting(edge -> edge.getNode().what())
                .containsExactly("event 1", "event 0");
        assertThat(second.getPageInfo().isHasNextPage()).isFalse();
    }

    private Connection<HistoryEntry> page(UUID customer, Page page) {
        var rows =
                history.below(List.of(customer), History.CUSTOMER, page)
                        .map(Below.Row::row)
                        .collectList()
                        .block();
        return page.connection(rows, entry -> List.of(entry.id().toString()));
    }

    private List<HistoryEntry> entries(String kind, UUID subject, Page page) {
        return history.below(List.of(subject), kind, page)
                .map(Below.Row::row)
                .collectList()
                .block();
    }

    private static Facts facts(String name, String price, String city) {
        return new Facts(
                name,
                Money.parse(price),
                new BigDecimal("0.10"),
                LocalDate.of(2030, 1, 1),
                new Address(city, "IT"));
    }
}
