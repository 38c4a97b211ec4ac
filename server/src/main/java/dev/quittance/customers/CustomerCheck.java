package dev.quittance.customers;

import dev.quittance.organization.Address;
import dev.quittance.organization.Particulars;
import dev.quittance.organization.TaxIds;
import dev.quittance.platform.Faults;
import dev.quittance.platform.Texts;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Decides whether a customer can be kept as it was given, and cleans its texts. */
final class CustomerCheck {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_ID = 100;
    private static final int LONGEST_NOTE = 2000;
    private static final int MOST_IN_LIST = 20;
    private static final int MOST_DUE_DAYS = 365;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2200;

    private CustomerCheck() {}

    /** The customer with its texts cleaned; what can't be accepted is noted in {@code faults}. */
    static Customer checked(Customer given, Faults faults) {
        faults.check(
                given.dueDays() >= 0 && given.dueDays() <= MOST_DUE_DAYS,
                "dueDays",
                "must be between 0 and 365");
        checkDays(given.startsOn(), given.endsOn(), faults);
        return new Customer(
                given.id(),
                Texts.optional(faults, "externalId", given.externalId(), LONGEST_ID),
                Texts.name(faults, "name", given.name(), LONGEST_NAME),
                Texts.email(faults, "email", given.email()),
                Particulars.phone(faults, "phone", given.phone()),
                recipients(given.invoiceRecipients(), faults),
                address(given.billingAddress(), faults, "billingAddress"),
                address(given.shippingAddress(), faults, "shippingAddress"),
                TaxIds.checked(faults, "taxId", given.taxId(), country(given)),
                exemption(given.taxExemption(), faults),
                given.paymentKind(),
                given.dueDays(),
                given.currency(),
                Particulars.locale(faults, "locale", given.locale()),
                Particulars.timeZone(faults, "timeZone", given.timeZone()),
                given.active(),
                given.startsOn(),
                given.endsOn(),
                Texts.optional(faults, "contractType", given.contractType(), LONGEST_ID),
                salespeople(given.salespeople(), faults),
                Texts.note(faults, "invoiceNote", given.invoiceNote(), LONGEST_NOTE),
                Texts.optional(faults, "purchaseOrder", given.purchaseOrder(), LONGEST_ID),
                Texts.note(faults, "information", given.information(), LONGEST_NOTE),
                given.createdAt());
    }

    private static @Nullable TaxExemption exemption(@Nullable TaxExemption given, Faults faults) {
        return given == null ? null : given.checked(faults, "taxExemption");
    }

    private static @Nullable String country(Customer given) {
        return given.billingAddress() == null ? null : given.billingAddress().country();
    }

    private static void checkDays(
            @Nullable LocalDate startsOn, @Nullable LocalDate endsOn, Faults faults) {
        checkYear(startsOn, faults, "startsOn");
        checkYear(endsOn, faults, "endsOn");
        faults.check(
                startsOn == null || endsOn == null || endsOn.isAfter(startsOn),
                "endsOn",
                "must be after the start day");
    }

    private static void checkYear(@Nullable LocalDate day, Faults faults, String path) {
        faults.check(
                day == null || day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR,
                path,
                "must be between the years 1900 and 2200");
    }

    private static @Nullable Address address(@Nullable Address given, Faults faults, String path) {
        return given == null ? null : given.checked(faults, path);
    }

    private static List<String> recipients(List<String> given, Faults faults) {
        checkSize(given, faults, "invoiceRecipients");
        return IntStream.range(0, Math.min(given.size(), MOST_IN_LIST))
                .mapToObj(
                        i ->
                                Texts.email(
                                        faults, "invoiceRecipients[%d]".formatted(i), given.get(i)))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private static List<String> salespeople(List<String> given, Faults faults) {
        checkSize(given, faults, "salespeople");
        return IntStream.range(0, Math.min(given.size(), MOST_IN_LIST))
                .mapToObj(
                        i ->
                                Texts.name(
                                        faults,
                                        "salespeople[%d]".formatted(i),
                                        given.get(i),
                                        LONGEST_ID))
                .distinct()
                .toList();
    }

    private static void checkSize(List<String> given, Faults faults, String path) {
        faults.check(given.size() <= MOST_IN_LIST, path, "must have at most 20 entries");
    }
}
