package dev.quittance.banking;

import static dev.quittance.banking.CamtSamples.entry;
import static dev.quittance.banking.CamtSamples.statement;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Files of the bank, from the upload to what is booked by itself. */
class BankStatementTests extends BankDesk {

    @Test
    void theSameFileBringsNothingTwice() {
        var ref = ref();
        var body = entry("25.80", "CRDT", ref, number, "Ada");
        assertThat(bring(body + body)).containsEntry("importedCount", 1);
        var again = upload(statement("02", CamtSamples.IBAN, body));
        act("checkBankFile", Map.of("id", again));
        assertThat(act("importBankFile", Map.of("id", again)))
                .containsEntry("__typename", "NothingNew");
        assertThat(act("discardBankFile", Map.of("id", again)))
                .containsEntry("__typename", "BankFileDiscarded");
        var overlapping = body + entry("1.00", "CRDT", ref(), "More", "Ada");
        assertThat(bring(overlapping))
                .containsEntry("importedCount", 1)
                .containsEntry("knownCount", 1);
    }

    @Test
    void aForeignAccountIsRefusedByName() {
        var id =
                upload(
                        statement(
                                "02",
                                "DE11111111111111111111",
                                entry("1.00", "CRDT", ref(), "x", "y")));
        var answer = act("checkBankFile", Map.of("id", id));
        assertThat(answer).containsEntry("__typename", "ForeignAccount");
        assertThat(String.valueOf(answer.get("message"))).contains("DE11111111111111111111");
    }

    @Test
    void whatIsExactIsBookedByItselfBySettingAndWhatCantBeSaysWhy() {
        rules(true);
        var second = books.invoice(ada, "USD", 1000, MARCH);
        var other = text("select number from invoice where id = '%s'".formatted(second));
        bring(
                entry("25.80", "CRDT", ref(), number, "A. Payer")
                        + entry("25.80", "CRDT", ref(), number, "A. Payer")
                        + entry("10.00", "CRDT", ref(), other, "A. Payer")
                        + entry("3.00", "CRDT", ref(), "What for?", "Nobody")
                                .replace("DE89370400440532013000", "DE1"));
        steps.all().block();
        rules(false);

        assertThat(
                        text(
                                "select string_agg(state || coalesce(decided_by, ''), ' ' order by id) from bank_entry e where statement_id = (select max(id::text)::uuid from bank_statement)"))
                .isEqualTo("BOOKEDQuittance SUGGESTED BOOKEDQuittance OPEN");
        assertThat(text("select status from invoice where id = '%s'".formatted(second)))
                .isEqualTo("PAID");
        assertThat(text("select count(*)::text from bank_statement where booking_by is not null"))
                .isEqualTo("0");
    }

    @Test
    void anEntryThatTheRulesRefuseStaysOpenWithTheReason() {
        rules(true);
        db.sql("update payment_rule set overpayment_offline = false").then().block();
        var late = books.invoice(ada, "USD", 700, MARCH);
        var named = text("select number from invoice where id = '%s'".formatted(late));
        bring(entry("7.00", "CRDT", ref(), named, "A").replace("2029-12-29", "2999-01-01"));
        steps.all().block();
        rules(false);
        db.sql("update payment_rule set overpayment_offline = true").then().block();

        assertThat(
                        text(
                                "select state || ': ' || hindrance from bank_entry where id = '%s'"
                                        .formatted(entryId())))
                .startsWith("SUGGESTED: ")
                .contains("The value day must not be after today");
    }

    @Test
    void anEntryInAnotherCurrencyIsAFaultAndNothingIsTakenUnlessThatIsSaid() {
        var id =
                upload(
                        statement(
                                "02",
                                CamtSamples.IBAN,
                                entry("1.00", "CRDT", ref(), "x", "y")
                                        + entry("2.00", "CRDT", ref(), "x", "y")
                                                .replace("\"USD\"", "\"EUR\"")));
        act("checkBankFile", Map.of("id", id));
        assertThat(act("importBankFile", Map.of("id", id)))
                .containsEntry("__typename", "BankFileHasFaults");
        assertThat(text("select reason from bank_file_fault where file_id = '%s'".formatted(id)))
                .contains("EUR 2.00")
                .contains("USD");
        assertThat(act("importBankFile", Map.of("id", id, "skipBadRows", true)))
                .containsEntry("__typename", "BankFileImported");
    }

    @Test
    void csvIsReadAsItsColumnsAreMapped() {
        var id =
                upload(
                        """
                        Buchungstag;Betrag;Name;Verwendungszweck
                        28.12.2029;25,80;Ada Lovelace;%s
                        28.12.2029;25,80;Ada Lovelace;%s
                        29.12.2029;-1.000,00;Landlord;Rent
                        """
                                .formatted(number, number));
        assertThat(act("checkBankFile", Map.of("id", id)))
                .containsEntry("__typename", "BankFileChecked");
        assertThat(act("importBankFile", Map.of("id", id)))
                .containsEntry("__typename", "BankFileImported");
        assertThat(
                        text(
                                "select string_agg(direction || amount_minor || state, ' ' order by line) from bank_entry where statement_id = (select max(id::text)::uuid from bank_statement)"))
                .isEqualTo("CREDIT2580SUGGESTED CREDIT2580SUGGESTED DEBIT100000OPEN");
    }

    @Test
    void aLongStatementIsComparedInSteps() {
        var body = new StringBuilder();
        IntStream.range(0, 2_500)
                .forEach(
                        i ->
                                body.append(
                                        entry(
                                                "25.80",
                                                "CRDT",
                                                ref(),
                                                number + " part " + i,
                                                "Ada Lovelace")));
        var id = upload(statement("02", CamtSamples.IBAN, body.toString()));
        act("checkBankFile", Map.of("id", id));
        act("importBankFile", Map.of("id", id));
        steps.all().block();
        assertThat(
                        text(
                                "select count(*)::text from bank_entry e join bank_statement s on s.id = e.statement_id where s.file_id = '%s' and e.state = 'SUGGESTED'"
                                        .formatted(id)))
                .isEqualTo("2500");
    }
}
