package dev.quittance.imports;

import java.util.Locale;
import java.util.Map;

/** What a column of a customer file holds. */
enum ImportField {
    EXTERNAL_ID,
    NAME,
    EMAIL,
    PHONE,
    ADDRESS_LINE1,
    CITY,
    POSTAL_CODE,
    COUNTRY,
    TAX_ID,
    /** The customer's own price of one period. */
    PRICE,
    /** Kept as the minimum term. */
    CONTRACT,
    PAYMENT_METHOD,
    /** An addon at no extra price, for each value that is not a no. Several columns may be. */
    ADDON,
    IGNORE;

    private static final Map<String, ImportField> KNOWN_NAMES =
            Map.ofEntries(
                    Map.entry("customerid", EXTERNAL_ID),
                    Map.entry("externalid", EXTERNAL_ID),
                    Map.entry("id", EXTERNAL_ID),
                    Map.entry("customernumber", EXTERNAL_ID),
                    Map.entry("customerno", EXTERNAL_ID),
                    Map.entry("accountnumber", EXTERNAL_ID),
                    Map.entry("name", NAME),
                    Map.entry("customername", NAME),
                    Map.entry("customer", NAME),
                    Map.entry("company", NAME),
                    Map.entry("companyname", NAME),
                    Map.entry("email", EMAIL),
                    Map.entry("emailaddress", EMAIL),
                    Map.entry("mail", EMAIL),
                    Map.entry("phone", PHONE),
                    Map.entry("phonenumber", PHONE),
                    Map.entry("telephone", PHONE),
                    Map.entry("address", ADDRESS_LINE1),
                    Map.entry("addressline1", ADDRESS_LINE1),
                    Map.entry("street", ADDRESS_LINE1),
                    Map.entry("city", CITY),
                    Map.entry("town", CITY),
                    Map.entry("postalcode", POSTAL_CODE),
                    Map.entry("postcode", POSTAL_CODE),
                    Map.entry("zip", POSTAL_CODE),
                    Map.entry("zipcode", POSTAL_CODE),
                    Map.entry("country", COUNTRY),
                    Map.entry("countrycode", COUNTRY),
                    Map.entry("taxid", TAX_ID),
                    Map.entry("vatid", TAX_ID),
                    Map.entry("vatnumber", TAX_ID),
                    Map.entry("price", PRICE),
                    Map.entry("monthlycharges", PRICE),
                    Map.entry("monthlyprice", PRICE),
                    Map.entry("monthlyfee", PRICE),
                    Map.entry("contract", CONTRACT),
                    Map.entry("contracttype", CONTRACT),
                    Map.entry("minimumterm", CONTRACT),
                    Map.entry("minimumtermmonths", CONTRACT),
                    Map.entry("paymentmethod", PAYMENT_METHOD),
                    Map.entry("paymentkind", PAYMENT_METHOD),
                    Map.entry("phoneservice", ADDON),
                    Map.entry("multiplelines", ADDON),
                    Map.entry("internetservice", ADDON),
                    Map.entry("onlinesecurity", ADDON),
                    Map.entry("onlinebackup", ADDON),
                    Map.entry("deviceprotection", ADDON),
                    Map.entry("techsupport", ADDON),
                    Map.entry("streamingtv", ADDON),
                    Map.entry("streamingmovies", ADDON));

    /** What a column of this name most probably holds. */
    static ImportField proposedFor(String column) {
        return KNOWN_NAMES.getOrDefault(plain(column), IGNORE);
    }

    /** Whether only one column may hold it. */
    boolean single() {
        return this != ADDON && this != IGNORE;
    }

    static String plain(String column) {
        return column.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
