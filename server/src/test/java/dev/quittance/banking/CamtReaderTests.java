package dev.quittance.banking;

import static dev.quittance.banking.CamtSamples.balance;
import static dev.quittance.banking.CamtSamples.entry;
import static dev.quittance.banking.CamtSamples.statement;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quittance.uploads.FileRefused;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CamtReaderTests {
    private static final String ENTRY = entry("25.80", "CRDT", "B1", "INV-2030-000001", "Ada");

    @ParameterizedTest
    @ValueSource(strings = {"02", "04", "08"})
    void threeVersionsAreRead(String version) {
        var body = ENTRY;
        if (version.equals("08")) {
            body =
                    body.replace("<Sts>BOOK</Sts>", "<Sts><Cd>BOOK</Cd></Sts>")
                            .replace("<Nm>Ada</Nm>", "<Pty><Nm>Ada</Nm></Pty>");
        }
        var read = one(statement(version, CamtSamples.IBAN, body));

        assertThat(read.entries())
                .singleElement()
                .satisfies(
                        found -> {
                            assertThat(found.amount()).hasToString("USD 25.80");
                            assertThat(found.valueOn()).hasToString("2029-12-29");
                            assertThat(found.party().name()).isEqualTo("Ada");
                            assertThat(found.remittance()).isEqualTo("INV-2030-000001");
                        });
        assertThat(read.faults()).isEmpty();
    }

    @Test
    void aBatchIsAsManyEntriesAsItHasTransactions() {
        var read = one(statement("04", CamtSamples.IBAN, batch("10.00", "15.80")));

        assertThat(read.entries())
                .extracting(e -> e.amount().toString())
                .containsExactly("USD 10.00", "USD 15.80");
    }

    @Test
    void aBatchThatDoesNotAddUpIsAFault() {
        var read = one(statement("04", CamtSamples.IBAN, batch("10.00", "15.00")));

        assertThat(read.entries()).isEmpty();
        assertThat(read.faults())
                .singleElement()
                .extracting(FileFault::reason)
                .asString()
                .contains("add up to USD 25.00");
    }

    @Test
    void pendingEntriesAreCountedAndNotTaken() {
        var read = one(statement("02", CamtSamples.IBAN, ENTRY.replace("BOOK", "PDNG") + ENTRY));

        assertThat(read.pending()).isEqualTo(1);
        assertThat(read.entries()).hasSize(1);
    }

    @Test
    void balancesThatDoNotAgreeAreAFault() {
        var right = balance("OPBD", "100.00") + balance("CLBD", "125.80") + ENTRY;
        var wrong = balance("OPBD", "100.00") + balance("CLBD", "130.00") + ENTRY;

        assertThat(one(statement("02", CamtSamples.IBAN, right)).faults()).isEmpty();
        assertThat(one(statement("02", CamtSamples.IBAN, wrong)).faults())
                .singleElement()
                .extracting(FileFault::reason)
                .asString()
                .contains("USD 4.20");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.00",
                "-5",
                "1.001",
                "NaN",
                "1e999999999",
                "1e400",
                "abc",
                "99999999999999999999"
            })
    void amountsThatCantBeAreFaultsWithTheirLine(String amount) {
        var read = one(statement("02", CamtSamples.IBAN, ENTRY.replace("25.80", amount)));

        assertThat(read.entries()).isEmpty();
        assertThat(read.faults())
                .singleElement()
                .satisfies(
                        fault -> {
                            assertThat(fault.field()).isEqualTo("Amt");
                            assertThat(fault.line()).isEqualTo(4);
                        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
                "<!DOCTYPE d [<!ENTITY a \"lol\"><!ENTITY b \"&a;&a;&a;\">]>",
                "<!DOCTYPE d SYSTEM \"http://127.0.0.1:1/evil.dtd\">"
            })
    void documentTypesAreRefused(String doctype) {
        var text =
                statement("02", CamtSamples.IBAN, ENTRY)
                        .replace("<Document", doctype + "<Document");

        assertThatThrownBy(() -> read(text)).isInstanceOf(FileRefused.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<a/>",
                "<Document",
                "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.054.001.08\"/>"
            })
    void whatIsNoStatementIsRefused(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(FileRefused.class);
    }

    @Test
    void theSameEntryHasTheSameKeyAndTwinsWithoutReferenceHaveTwo() {
        var twice = one(statement("02", CamtSamples.IBAN, ENTRY + ENTRY));
        var bare = ENTRY.replace("<AcctSvcrRef>B1</AcctSvcrRef>", "");
        var twins = one(statement("02", CamtSamples.IBAN, bare + bare));

        assertThat(EntryKeys.of(twice.entries())).hasSize(2);
        assertThat(EntryKeys.of(twice.entries()).stream().distinct()).hasSize(1);
        assertThat(EntryKeys.of(twins.entries()).stream().distinct()).hasSize(2);
        assertThat(EntryKeys.of(twins.entries())).isEqualTo(EntryKeys.of(twins.entries()));
    }

    private static String batch(String one, String other) {
        var part =
                "<TxDtls><Refs><EndToEndId>%s</EndToEndId></Refs><Amt Ccy=\"USD\">%s</Amt></TxDtls>";
        return """
               <Ntry><Amt Ccy="USD">25.80</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts>
               <BookgDt><Dt>2029-12-28</Dt></BookgDt><NtryDtls>%s%s</NtryDtls></Ntry>
               """
                .formatted(part.formatted("E1", one), part.formatted("E2", other));
    }

    private static ReadStatement one(String text) {
        return read(text).getFirst();
    }

    private static List<ReadStatement> read(String text) {
        return CamtReader.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
