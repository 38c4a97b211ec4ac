package dev.quittance.organization;

import static dev.quittance.platform.Given.or;
import static java.util.Objects.requireNonNullElse;

import dev.quittance.platform.Faults;
import dev.quittance.platform.Texts;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.ArgumentValue;

/** What is to change about the merchant. What is left out stays as it is. */
public record OrganizationChange(
        ArgumentValue<String> name,
        ArgumentValue<String> legalName,
        ArgumentValue<Address> address,
        ArgumentValue<String> taxId,
        ArgumentValue<String> email,
        ArgumentValue<String> phone,
        ArgumentValue<String> website,
        ArgumentValue<String> timeZone,
        ArgumentValue<String> accentColor,
        ArgumentValue<List<BankDetail>> bankDetails,
        ArgumentValue<CurrencyUnit> defaultCurrency,
        ArgumentValue<Integer> dueDays,
        ArgumentValue<String> documentFooter,
        ArgumentValue<String> logo) {
    private static final Pattern COLOR = Pattern.compile("#[0-9a-f]{6}");
    private static final Pattern WEBSITE = Pattern.compile("https?://[^\\s/\"<>]+\\.[^\\s\"<>]+");
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_FOOTER = 1000;
    private static final int MOST_BANK_DETAILS = 10;
    private static final int MOST_DUE_DAYS = 365;

    /** The merchant once changed; what can't be accepted is noted in {@code faults}. */
    public Organization applied(Organization present, Faults faults) {
        var days = or(dueDays, present.dueDays());
        faults.check(
                days != null && days >= 0 && days <= MOST_DUE_DAYS,
                "dueDays",
                "must be between 0 and 365");
        return new Organization(
                Texts.name(faults, "name", or(name, present.name()), LONGEST_NAME),
                Texts.name(faults, "legalName", or(legalName, present.legalName()), LONGEST_NAME),
                address(present, faults),
                TaxIds.checked(faults, "taxId", or(taxId, present.taxId()), country(present)),
                email(faults, or(email, present.email())),
                Particulars.phone(faults, "phone", or(phone, present.phone())),
                website(faults, or(website, present.website())),
                zone(faults, or(timeZone, present.timeZone())),
                color(faults, or(accentColor, present.accentColor())),
                bankDetails(faults, or(bankDetails, present.bankDetails())),
                required(faults, "defaultCurrency", defaultCurrency, present.defaultCurrency()),
                requireNonNullElse(days, present.dueDays()),
                Texts.note(
                        faults,
                        "documentFooter",
                        or(documentFooter, present.documentFooter()),
                        LONGEST_FOOTER),
                logo.isOmitted() ? present.logo() : Logo.checked(faults, "logo", logo.value()),
                present.version() + 1);
    }

    private @Nullable String country(Organization present) {
        var stays = or(address, present.address());
        return stays == null ? null : stays.country();
    }

    private Address address(Organization present, Faults faults) {
        return required(faults, "address", address, present.address()).checked(faults, "address");
    }

    private static String email(Faults faults, @Nullable String value) {
        var email = Texts.email(faults, "email", value);
        faults.check(
                email != null || value != null && !value.isBlank(), "email", "must not be empty");
        return requireNonNullElse(email, "");
    }

    private static @Nullable String website(Faults faults, @Nullable String value) {
        var website = Texts.optional(faults, "website", value, LONGEST_NAME);
        faults.check(
                website == null || WEBSITE.matcher(website).matches(),
                "website",
                "must be an address like https://example.com");
        return website;
    }

    private static String zone(Faults faults, @Nullable String value) {
        var zone = Particulars.timeZone(faults, "timeZone", value);
        faults.check(zone != null, "timeZone", "must not be empty");
        return requireNonNullElse(zone, "");
    }

    private static String color(Faults faults, @Nullable String value) {
        var color = value == null ? "" : value.strip().toLowerCase(Locale.ROOT);
        faults.check(
                COLOR.matcher(color).matches(), "accentColor", "must be a colour like #2f6fed");
        return color;
    }

    private static List<BankDetail> bankDetails(Faults faults, @Nullable List<BankDetail> given) {
        var details = given == null ? List.<BankDetail>of() : given;
        faults.check(
                details.size() <= MOST_BANK_DETAILS, "bankDetails", "must have at most 10 lines");
        return details.stream()
                .limit(MOST_BANK_DETAILS)
                .map(
                        detail ->
                                checked(
                                        faults,
                                        "bankDetails[%d]".formatted(details.indexOf(detail)),
                                        detail))
                .toList();
    }

    private static BankDetail checked(Faults faults, String path, BankDetail detail) {
        return new BankDetail(
                Texts.name(faults, path + ".label", detail.label(), 50),
                Texts.name(faults, path + ".value", detail.value(), 100));
    }

    private static <T> T required(Faults faults, String path, ArgumentValue<T> given, T present) {
        var value = or(given, present);
        faults.check(value != null, path, "must not be empty");
        return value == null ? present : value;
    }
}
