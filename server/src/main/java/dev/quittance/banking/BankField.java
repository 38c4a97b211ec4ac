package dev.quittance.banking;

import java.util.Locale;

/** What a column of a bank's CSV holds. */
enum BankField {
    BOOKED_ON,
    VALUE_ON,
    AMOUNT,
    CREDIT,
    DEBIT,
    CURRENCY,
    NAME,
    ACCOUNT,
    TEXT,
    REFERENCE,
    END_TO_END_ID,
    BANK_REFERENCE,
    OWN_ACCOUNT,
    IGNORE;

    /** Whether only one column can hold it. */
    boolean single() {
        return this != TEXT && this != IGNORE;
    }

    /** What a column's name suggests. */
    static BankField proposedFor(String column) {
        var name = column.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]", "");
        return switch (name) {
            case "date",
                    "bookingdate",
                    "bookedon",
                    "transactiondate",
                    "buchungstag",
                    "buchungsdatum" ->
                    BOOKED_ON;
            case "valuedate", "valueon", "valuta", "valutadatum", "wertstellung" -> VALUE_ON;
            case "amount", "betrag", "umsatz", "betrageur" -> AMOUNT;
            case "credit", "creditamount", "paidin", "moneyin", "haben" -> CREDIT;
            case "debit", "debitamount", "paidout", "moneyout", "soll" -> DEBIT;
            case "currency", "whrung", "waehrung", "währung" -> CURRENCY;
            case "name",
                    "payer",
                    "payername",
                    "counterparty",
                    "counterpartyname",
                    "payee",
                    "beguenstigterzahlungspflichtiger",
                    "auftraggeberempfänger" ->
                    NAME;
            case "iban", "counterpartyiban", "payeriban", "kontonummeriban" -> ACCOUNT;
            case "description",
                    "details",
                    "text",
                    "remittance",
                    "purpose",
                    "verwendungszweck",
                    "memo",
                    "narrative" ->
                    TEXT;
            case "reference", "paymentreference", "creditorreference" -> REFERENCE;
            case "endtoendid", "endtoendreference", "kundenreferenzendtoend" -> END_TO_END_ID;
            case "bankreference", "transactionid", "id" -> BANK_REFERENCE;
            case "account", "ownaccount", "accountnumber", "auftragskonto" -> OWN_ACCOUNT;
            default -> IGNORE;
        };
    }
}
