package dev.quittance.banking;

import static java.util.Objects.requireNonNullElse;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** One entry of a camt statement; a batch is as many entries as it has transactions. */
record CamtEntry(XmlNode node, List<FileFault> faults) {
    private static final int LONGEST_REFERENCE = 140;

    /** Whether it may come yet. */
    boolean pending() {
        var status = node.text("Sts/Cd", "Sts");
        if (status == null) {
            faults.add(new FileFault(node.line(), "Sts", "The status is missing."));
        }
        return status != null;
    }

    List<ReadEntry> entries() {
        int before = faults.size();
        var amount = CamtValues.amount(node, "Amt", false, faults);
        var booked = CamtValues.day(node.text("BookgDt/Dt", "BookgDt/DtTm"));
        var value = CamtValues.day(node.text("ValDt/Dt", "ValDt/DtTm"));
        var direction = direction(node.text("CdtDbtInd"));
        if (booked == null && value == null) {
            faults.add(
                    new FileFault(node.line(), "BookgDt", "The booking day is missing or none."));
        }
        if (direction == null) {
            faults.add(new FileFault(node.line(), "CdtDbtInd", "It must be CRDT or DBIT."));
        }
        if (amount == null || direction == null || faults.size() > before) {
            return List.of();
        }
        var days =
                new LocalDate[] {
                    requireNonNullElse(booked, value), requireNonNullElse(value, booked)
                };
        return parts(amount, direction, days);
    }

    private List<ReadEntry> parts(Money amount, Direction direction, LocalDate[] days) {
        var details = node.all("NtryDtls/TxDtls");
        var amounts = details.stream().map(one -> amount(one, amount)).toList();
        if (details.size() < 2 || amounts.stream().anyMatch(Objects::isNull)) {
            return List.of(entry(details, amount, direction, days, 1));
        }
        var sum = Money.zero(amount.getCurrencyUnit());
        for (int i = 0; i < details.size(); i++) {
            var way = way(details.get(i), direction);
            var part = Objects.requireNonNull(amounts.get(i));
            sum = way == direction ? sum.plus(part) : sum.minus(part);
        }
        if (!sum.isEqual(amount)) {
            faults.add(
                    new FileFault(
                            node.line(),
                            "NtryDtls",
                            "The transactions of the batch add up to %s, but the entry says %s."
                                    .formatted(sum, amount)));
            return List.of();
        }
        Map<String, Integer> ordinals = new HashMap<>();
        var entries = new ArrayList<ReadEntry>();
        for (int i = 0; i < details.size(); i++) {
            var one = details.get(i);
            var bank = String.valueOf(one.text("Refs/AcctSvcrRef"));
            entries.add(
                    entry(
                            List.of(one),
                            Objects.requireNonNull(amounts.get(i)),
                            way(one, direction),
                            days,
                            ordinals.merge(bank, 1, Integer::sum)));
        }
        return entries;
    }

    private ReadEntry entry(
            List<XmlNode> details,
            Money amount,
            Direction direction,
            LocalDate[] days,
            int ordinal) {
        var one = details.size() == 1 ? details.getFirst() : node;
        var bank = one.text("Refs/AcctSvcrRef");
        var endToEnd = one.text("Refs/EndToEndId");
        return new ReadEntry(
                one.line(),
                days[0],
                days[1],
                amount,
                direction,
                "true".equals(node.text("RvslInd")) || "1".equals(node.text("RvslInd")),
                party(one, direction),
                remittance(details),
                BankText.line(one.text("RmtInf/Strd/CdtrRefInf/Ref"), LONGEST_REFERENCE),
                "NOTPROVIDED".equals(endToEnd) ? null : BankText.line(endToEnd, LONGEST_REFERENCE),
                BankText.line(bank == null ? node.text("AcctSvcrRef") : bank, LONGEST_REFERENCE),
                ordinal,
                BankText.line(one.text("RtrInf/Rsn/Cd", "RtrInf/Rsn/Prtry"), LONGEST_REFERENCE));
    }

    /** Money that comes in comes from the debtor, what goes out goes to the creditor. */
    private Party party(XmlNode one, Direction direction) {
        var role = direction == Direction.CREDIT ? "Dbtr" : "Cdtr";
        // What comes back names the parties of the first way, where we stand on the other side.
        var back = one.first("RtrInf") != null || "true".equals(node.text("RvslInd"));
        var other = back ? (role.equals("Dbtr") ? "Cdtr" : "Dbtr") : role;
        var name =
                one.text(
                        "RltdPties/%s/Nm".formatted(other), "RltdPties/%s/Pty/Nm".formatted(other));
        var account =
                one.text(
                        "RltdPties/%sAcct/Id/IBAN".formatted(other),
                        "RltdPties/%sAcct/Id/Othr/Id".formatted(other));
        var plain = account == null ? "" : BankText.account(account);
        return new Party(BankText.line(name, LONGEST_REFERENCE), plain.isEmpty() ? null : plain);
    }

    private String remittance(List<XmlNode> details) {
        var words =
                Stream.concat(
                                details.stream().flatMap(one -> one.all("RmtInf/Ustrd").stream()),
                                details.stream().flatMap(one -> one.all("AddtlTxInf").stream()))
                        .map(XmlNode::text)
                        .map(String::strip)
                        .collect(Collectors.joining(" "));
        var text = words.isBlank() ? node.text("AddtlNtryInf") : words;
        return requireNonNullElse(BankText.line(text, BankText.LONGEST), "");
    }

    /** Of a transaction in the entry's own currency; null when it doesn't say. */
    private static @Nullable Money amount(XmlNode one, Money whole) {
        for (var path : List.of("Amt", "AmtDtls/TxAmt/Amt")) {
            var found = one.first(path);
            var code = whole.getCurrencyUnit().getCode();
            if (found != null && code.equals(found.attributes().get("Ccy"))) {
                return CamtValues.amount(one, path, false, new ArrayList<>());
            }
        }
        return null;
    }

    private static Direction way(XmlNode one, Direction usual) {
        return requireNonNullElse(direction(one.text("CdtDbtInd")), usual);
    }

    private static @Nullable Direction direction(@Nullable String code) {
        return "CRDT".equals(code)
                ? Direction.CREDIT
                : "DBIT".equals(code) ? Direction.DEBIT : null;
    }
}
