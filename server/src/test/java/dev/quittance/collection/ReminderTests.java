package dev.quittance.collection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.platform.Ids;
import dev.quittance.testing.IntegrationTest;
import dev.quittance.testing.Shop;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Invoices that nobody charges are reminded of on the days of the rule. */
class ReminderTests extends IntegrationTest {
    private Shop shop;
    private UUID ada;
    private UUID invoice;

    @BeforeEach
    void anInvoiceToBePaidByHand() {
        shop = new Shop(asOwner());
        ada = customer();
        invoice = billed(ada);
    }

    @Test
    @Tag("L11")
    void theCustomerIsRemindedOnTheDueDateAndAfterIt() {
        var due = dueOn(invoice);
        clock.moveTo(due.plusDays(22));
        drain();

        assertThat(reminders(ada))
                .containsExactly(
                        "is due today",
                        "is 1 day overdue",
                        "is 7 days overdue",
                        "is 14 days overdue",
                        "is 21 days overdue");
        assertThat(attached()).isEqualTo(5);
    }

    @Test
    void whatIsPaidOrOfADisabledCustomerIsNotRemindedOf() {
        var bob = customer();
        billed(bob);
        db.sql("update customer set active = false where id = :id").bind("id", bob).then().block();
        new Till(asOwner()).confirm(Map.of(), invoice);
        clock.moveTo(dueOn(invoice).plusDays(2));
        drain();

        assertThat(reminders(ada)).isEmpty();
        assertThat(reminders(bob)).isEmpty();
    }

    @Test
    void aRuleOfTheCustomerNamesOtherDays() {
        asOwner()
                .document(
                        "mutation($i: SetDunningRuleInput!) { setDunningRule(input: $i) { __typename } }")
                .variable(
                        "i",
                        Map.of(
                                "customerId",
                                ada,
                                "retryDays",
                                List.of(),
                                "reminderDays",
                                List.of(-3, 2),
                                "finalAction",
                                "NOTHING"))
                .executeAndVerify();
        clock.moveTo(dueOn(invoice).plusDays(3));
        drain();

        assertThat(reminders(ada)).containsExactly("is due in 3 days", "is 2 days overdue");
    }

    @Test
    void theSameDayAgainRemindsNobodyTwice() {
        clock.moveTo(dueOn(invoice));
        drain();
        clock.moveTo(clock.today());
        drain();
        assertThat(reminders(ada)).hasSize(1);
    }

    private UUID customer() {
        return shop.customer(Map.of("email", "r%s@reminded.example".formatted(Ids.next())));
    }

    private UUID billed(UUID customer) {
        shop.started(customer, shop.monthly("USD", "12"));
        return Objects.requireNonNull(
                db.sql("select id from invoice where customer_id = :id")
                        .bind("id", customer)
                        .mapValue(UUID.class)
                        .one()
                        .block());
    }

    private LocalDate dueOn(UUID id) {
        return Objects.requireNonNull(
                db.sql("select due_on from invoice where id = :id")
                        .bind("id", id)
                        .mapValue(LocalDate.class)
                        .one()
                        .block());
    }

    /** The ends of the subjects that follow the number. */
    private List<String> reminders(UUID customer) {
        return db.sql(
                        """
                        select regexp_replace(m.subject, '^Reminder: invoice \\S+ ', '')
                          from mail m
                          join invoice i on i.id = m.invoice_id
                         where m.customer_id = :id and m.occasion like 'reminder:%'
                           and i.id = (select min(id::text)::uuid from invoice where customer_id = :id)
                         order by m.id
                        """)
                .bind("id", customer)
                .mapValue(String.class)
                .all()
                .collectList()
                .blockOptional()
                .orElseThrow();
    }

    private long attached() {
        return Objects.requireNonNull(
                db.sql(
                                "select count(*) from mail where document_id = :id and occasion like 'reminder:%'")
                        .bind("id", invoice)
                        .mapValue(Long.class)
                        .one()
                        .block());
    }
}
