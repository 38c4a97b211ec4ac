package dev.quittance.banking;

import static dev.quittance.banking.CamtSamples.entry;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.platform.Ids;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/** What staff makes of entries of the bank, and what that does to the books. */
class BankBookingTests extends BankDesk {

    @Test
    void whatTheReferenceNamesIsSuggestedAndBookedOnce() {
        var file = bring(entry("25.80", "CRDT", ref(), "Invoice " + number, "A. Payer"));
        assertThat(file).containsEntry("importedCount", 1);
        var id = entryId();
        assertThat(text("select state || exact from bank_entry where id = '%s'".formatted(id)))
                .isEqualTo("SUGGESTEDtrue");

        var answers =
                Flux.range(0, 12)
                        .flatMap(
                                i ->
                                        Flux.defer(
                                                        () ->
                                                                Flux.just(
                                                                        confirm(
                                                                                id,
                                                                                "key " + i % 6,
                                                                                invoice,
                                                                                "25.80")))
                                                .subscribeOn(Schedulers.boundedElastic()),
                                12)
                        .collectList()
                        .block();

        assertThat(requireNonNull(answers)).contains("BankEntryDone").contains("BankEntryStays");
        assertThat(
                        text(
                                "select count(*)::text from payment where customer_id = '%s'"
                                        .formatted(ada)))
                .isEqualTo("1");
        assertThat(text("select status from invoice where id = '%s'".formatted(invoice)))
                .isEqualTo("PAID");
        assertThat(
                        text(
                                "select value_on::text from payment where customer_id = '%s'"
                                        .formatted(ada)))
                .isEqualTo("2029-12-29");
    }

    @Test
    void anUndoneEntryIsOwedAndSuggestedAgain() {
        bring(entry("25.80", "CRDT", ref(), number, "A. Payer"));
        var id = entryId();
        confirm(id, "first", invoice, "25.80");

        act(
                "undoBankEntry",
                Map.of("entryId", id, "reason", "Wrong", "idempotencyKey", Ids.next().toString()));

        assertThat(text("select status from invoice where id = '%s'".formatted(invoice)))
                .isEqualTo("OPEN");
        assertThat(text("select state from bank_entry where id = '%s'".formatted(id)))
                .isEqualTo("SUGGESTED");
        assertThat(confirm(id, "again", invoice, "25.80")).isEqualTo("BankEntryDone");
    }

    @Test
    void anotherCustomersInvoiceIsRefused() {
        bring(entry("25.80", "CRDT", ref(), number, "A. Payer"));
        var bob = books.invoice(books.customer("Bob"), "USD", 2580, MARCH);
        assertThat(confirm(entryId(), "k", bob, "25.80")).isEqualTo("InvoiceOfAnotherCustomer");
        assertThat(
                        text(
                                "select count(*)::text from payment where customer_id = '%s'"
                                        .formatted(ada)))
                .isEqualTo("0");
    }

    @Test
    void whatTheStatementShowsMovesFromClearingToTheBankAndBack() {
        var before = bank();
        bring(entry("25.80", "CRDT", ref(), number, "A. Payer"));
        var id = entryId();
        assertThat(bank()).isEqualTo(before);

        confirm(id, "first", invoice, "25.80");
        assertThat(bank() - before).isEqualTo(2580);

        act(
                "undoBankEntry",
                Map.of("entryId", id, "reason", "Wrong", "idempotencyKey", Ids.next().toString()));
        assertThat(bank()).isEqualTo(before);
        confirm(id, "again", invoice, "25.80");
        assertThat(bank() - before).isEqualTo(2580);
    }

    @Test
    void aPaymentPutBackOnItsOwnPageOpensTheEntryAgain() {
        var before = bank();
        bring(entry("25.80", "CRDT", ref(), number, "A. Payer"));
        var id = entryId();
        confirm(id, "first", invoice, "25.80");
        var payment = text("select payment_id::text from bank_entry where id = '%s'".formatted(id));
        act(
                "reversePayment",
                Map.of("paymentId", payment, "reason", "Wrong", "idempotencyKey", id));
        drain();

        assertThat(text("select state from bank_entry where id = '%s'".formatted(id)))
                .isEqualTo("SUGGESTED");
        assertThat(bank()).isEqualTo(before);
    }

    @Test
    void aPaymentConfirmedByHandIsLinkedAndNotPaidTwice() {
        var before = bank();
        act(
                "confirmOfflinePayment",
                Map.of(
                        "invoiceIds", List.of(invoice),
                        "amount", Map.of("amount", "25.80", "currency", "USD"),
                        "method", "BANK_TRANSFER",
                        "idempotencyKey", Ids.next().toString()));
        var payment = text("select id::text from payment where customer_id = '%s'".formatted(ada));
        bring(
                entry("25.80", "CRDT", ref(), number, "Ada Lovelace")
                        .replaceAll("2029-12-2\\d", paidOn(payment)));
        var id = entryId();
        assertThat(
                        text(
                                "select kind from bank_suggestion where entry_id = '%s' and rank = 1"
                                        .formatted(id)))
                .isEqualTo("RECORDED");
        assertThat(
                        act(
                                "linkBankPayment",
                                Map.of("entryId", id, "paymentId", payment, "idempotencyKey", id)))
                .containsEntry("__typename", "BankEntryDone");
        assertThat(bank() - before).isEqualTo(2580);
        assertThat(
                        text(
                                "select count(*)::text from payment where customer_id = '%s'"
                                        .formatted(ada)))
                .isEqualTo("1");

        act(
                "undoBankEntry",
                Map.of("entryId", id, "reason", "Wrong", "idempotencyKey", Ids.next().toString()));
        assertThat(text("select status from invoice where id = '%s'".formatted(invoice)))
                .isEqualTo("PAID");
        assertThat(bank()).isEqualTo(before);
    }

    @Test
    void twoClerksWhoConfirmEntriesOfOneCustomerBothGetThrough() {
        var all = new StringBuilder();
        IntStream.range(0, 8)
                .forEach(i -> all.append(entry("1.00", "CRDT", ref(), number, "Ada Lovelace")));
        bring(all.toString());
        var ids =
                db.sql(
                                "select id::text from bank_entry where statement_id = (select max(id::text)::uuid from bank_statement)")
                        .mapValue(String.class)
                        .all()
                        .collectList()
                        .block();
        var answers =
                Flux.fromIterable(requireNonNull(ids))
                        .flatMap(
                                id ->
                                        Flux.defer(
                                                        () ->
                                                                Flux.just(
                                                                        confirm(
                                                                                id, "k", invoice,
                                                                                "1.00")))
                                                .subscribeOn(Schedulers.boundedElastic()),
                                8)
                        .collectList()
                        .block();
        assertThat(answers).hasSize(8).containsOnly("BankEntryDone");
    }
}
