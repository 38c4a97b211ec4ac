package dev.quittance.banking;

import static java.util.Objects.requireNonNullElse;

import dev.quittance.uploads.Excerpt;
import dev.quittance.uploads.FileRefused;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Reads account statements of ISO 20022: camt.053 in the versions 02, 04 and 08. */
final class CamtReader {
    private static final int MOST_ENTRIES = 200_000;
    private static final int MOST_FAULTS = 1000;
    private static final Pattern KNOWN =
            Pattern.compile("urn:iso:std:iso:20022:tech:xsd:camt\\.053\\.001\\.0(2|4|8)");
    private final XmlFile xml;
    private int count;

    private CamtReader(XmlFile xml) {
        this.xml = xml;
    }

    /**
     * All statements of a file.
     *
     * @throws FileRefused when it is none of these
     */
    static List<ReadStatement> read(InputStream in) {
        var reader = new CamtReader(new XmlFile(in));
        reader.checkKind();
        var statements = new ArrayList<ReadStatement>();
        while (reader.xml.nextElement()) {
            if (reader.xml.name().equals("Stmt")) {
                statements.add(reader.statement());
            }
        }
        if (statements.isEmpty()) {
            throw new FileRefused(0, null, "There is no account statement in the file.");
        }
        return statements;
    }

    private void checkKind() {
        if (!xml.nextElement() || !KNOWN.matcher(xml.namespace()).matches()) {
            throw new FileRefused(
                    1,
                    null,
                    "this is no account statement we can read: camt.053.001.02, .04 or .08, but %s."
                            .formatted(Excerpt.of(xml.namespace())));
        }
    }

    private ReadStatement statement() {
        var head = new StatementHead(xml.line());
        var entries = new ArrayList<ReadEntry>();
        var faults = new ArrayList<FileFault>();
        int pending = 0;
        while (xml.nextChild()) {
            var node = xml.read();
            if (!node.name().equals("Ntry")) {
                head.take(node, faults);
            } else if (!"BOOK".equals(node.text("Sts/Cd", "Sts"))) {
                pending += new CamtEntry(node, faults).pending() ? 1 : 0;
            } else {
                entries.addAll(new CamtEntry(node, faults).entries());
                count++;
            }
            bound(faults);
        }
        return head.statement(entries, pending, faults);
    }

    private void bound(List<FileFault> faults) {
        if (count > MOST_ENTRIES) {
            throw new FileRefused(
                    xml.line(), null, "there are more than %,d entries.".formatted(MOST_ENTRIES));
        }
        if (faults.size() > MOST_FAULTS) {
            throw new FileRefused(
                    xml.line(),
                    null,
                    "there are more than %,d faults up to here.".formatted(MOST_FAULTS));
        }
    }

    /** What a statement says besides its entries. */
    private static final class StatementHead {
        private final int line;
        private @Nullable String reference;
        private @Nullable String account;
        private @Nullable CurrencyUnit currency;
        private @Nullable LocalDate from;
        private @Nullable LocalDate to;
        private @Nullable Money opening;
        private @Nullable Money closing;

        StatementHead(int line) {
            this.line = line;
        }

        void take(XmlNode node, List<FileFault> faults) {
            switch (node.name()) {
                case "Id" -> reference = BankText.line(node.text().strip(), 100);
                case "Acct" -> {
                    var number = node.text("Id/IBAN", "Id/Othr/Id");
                    account = number == null ? null : BankText.account(number);
                    currency = CamtValues.currency(node.text("Ccy"));
                }
                case "FrToDt" -> {
                    from = CamtValues.day(node.text("FrDtTm", "FrDt"));
                    to = CamtValues.day(node.text("ToDtTm", "ToDt"));
                }
                case "Bal" -> balance(node, faults);
                default -> {}
            }
        }

        private void balance(XmlNode node, List<FileFault> faults) {
            var kind = requireNonNullElse(node.text("Tp/CdOrPrtry/Cd"), "");
            if (!kind.matches("OPBD|PRCD|CLBD")) {
                return;
            }
            var amount = CamtValues.amount(node, "Amt", true, faults);
            if (amount == null) {
                return;
            }
            var signed = "DBIT".equals(node.text("CdtDbtInd")) ? amount.negated() : amount;
            if (kind.equals("CLBD")) {
                closing = signed;
            } else if (opening == null || kind.equals("OPBD")) {
                opening = signed;
            }
        }

        ReadStatement statement(List<ReadEntry> entries, int pending, List<FileFault> faults) {
            if (account == null) {
                throw new FileRefused(line, "Acct", "the statement names no account.");
            }
            var its = currency;
            if (its == null && opening != null) {
                its = opening.getCurrencyUnit();
            }
            if (its == null && !entries.isEmpty()) {
                its = entries.getFirst().amount().getCurrencyUnit();
            }
            if (its == null) {
                throw new FileRefused(line, "Acct/Ccy", "the statement names no currency.");
            }
            return new ReadStatement(
                            line,
                            account,
                            its,
                            requireNonNullElse(reference, "Statement"),
                            from,
                            to,
                            opening,
                            closing,
                            entries,
                            pending,
                            faults)
                    .inOneCurrency()
                    .balanced();
        }
    }
}
