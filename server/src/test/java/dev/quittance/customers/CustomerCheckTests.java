package dev.quittance.customers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.organization.Address;
import dev.quittance.platform.Faults;
import dev.quittance.platform.FieldFault;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CustomerCheckTests {

    @ParameterizedTest(name = "from {0} to {1}: {2}")
    @Tag("L17")
    @CsvSource(
            nullValues = "-",
            textBlock =
                    """
                    -,          -,          ''
                    2027-01-01, -,          ''
                    -,          2027-01-01, ''
                    2027-01-01, 2027-01-02, ''
                    2027-01-01, 2027-01-01, endsOn
                    2027-01-02, 2027-01-01, endsOn
                    1900-01-01, 2200-12-31, ''
                    1899-12-31, -,          startsOn
                    -,          2201-01-01, endsOn
                    """)
    void startAndEnd(
            @org.jspecify.annotations.Nullable String starts,
            @org.jspecify.annotations.Nullable String ends,
            String fault) {
        var given = CustomerOf.name("Ada").starting(starts).ending(ends);

        assertThat(paths(given))
                .containsExactly(fault.isEmpty() ? new String[0] : new String[] {fault});
    }

    @ParameterizedTest(name = "{0} days")
    @CsvSource({"0, true", "14, true", "365, true", "-1, false", "366, false"})
    void dueDays(int days, boolean fine) {
        assertThat(paths(CustomerOf.name("Ada").dueIn(days)).isEmpty()).isEqualTo(fine);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\u0000b", "a\u202Eb", "a\u200Bb", "a\nb", "\uD800"})
    void namesThatCannotBeKept(String name) {
        assertThat(paths(CustomerOf.name(name))).containsExactly("name");
    }

    @Test
    void aNameHasAtMostTwoHundredCharacters() {
        assertThat(paths(CustomerOf.name("a".repeat(200)))).isEmpty();
        assertThat(paths(CustomerOf.name("a".repeat(201)))).containsExactly("name");
    }

    @Test
    void aScriptIsATextLikeAnyOther() {
        var kept = checked(CustomerOf.name(" <script>alert(1)</script> "), new Faults());

        assertThat(kept.name()).isEqualTo("<script>alert(1)</script>");
    }

    @Test
    @Tag("L6")
    void severalFurtherAddressesReceiveTheInvoices() {
        var given =
                CustomerOf.name("Ada")
                        .mailing(null, List.of("a@example.com", "b@example.com", "a@example.com"));

        assertThat(checked(given, new Faults()).invoiceRecipients())
                .containsExactly("a@example.com", "b@example.com");
        assertThat(paths(CustomerOf.name("Ada").mailing("x", List.of("a@example.com", "b@"))))
                .containsExactly("email", "invoiceRecipients[1]");
        assertThat(
                        paths(
                                CustomerOf.name("Ada")
                                        .mailing(null, Collections.nCopies(21, "a@example.com"))))
                .containsExactly("invoiceRecipients");
    }

    @Test
    @Tag("L18")
    void salespeopleAreNames() {
        assertThat(
                        checked(CustomerOf.name("Ada").soldBy("Kim ", "Lee"), new Faults())
                                .salespeople())
                .containsExactly("Kim", "Lee");
        assertThat(paths(CustomerOf.name("Ada").soldBy("Kim", " ")))
                .containsExactly("salespeople[1]");
    }

    @Test
    void everyFaultIsFoundAtOnce() {
        var faults = new Faults();
        var address = new Address(null, "", null, "", null, null, "XX");
        checked(CustomerOf.name("").billedTo(address).dueIn(-1), faults);

        assertThat(faults.found())
                .extracting(FieldFault::path)
                .containsExactly(
                        "dueDays",
                        "name",
                        "billingAddress.country",
                        "billingAddress.line1",
                        "billingAddress.city");
    }

    @ParameterizedTest(name = "group {0}, tax id {1}, address {2}: {3} faults")
    @CsvSource({
        "true,  false, false, 0",
        "true,  true,  true,  0",
        "true,  true,  false, 1",
        "true,  false, true,  0",
        "false, false, false, 1",
        "false, true,  false, 2"
    })
    void whatKeepsACustomerFromBeingBilled(
            boolean group, boolean taxId, boolean address, int faults) {
        var customer = CustomerOf.name("Ada");
        if (taxId) {
            customer = customer.taxed("DE123456788");
        }
        if (address) {
            customer = customer.billedTo(CustomerOf.BERLIN);
        }

        assertThat(BillingFaults.of(customer.customer(), group)).hasSize(faults);
    }

    @Test
    void anInactiveCustomerIsMailedNowhere() {
        var given =
                CustomerOf.name("Ada")
                        .mailing("ada@example.com", List.of("b@example.com", "ada@example.com"));
        var active = new BillableCustomer(given.customer(), null, List.of());
        var disabled = new BillableCustomer(given.disabled().customer(), null, List.of());

        assertThat(active.recipients()).containsExactly("ada@example.com", "b@example.com");
        assertThat(disabled.recipients()).isEmpty();
    }

    private static List<String> paths(CustomerOf given) {
        var faults = new Faults();
        checked(given, faults);
        return new ArrayList<>(faults.found().stream().map(FieldFault::path).distinct().toList());
    }

    private static Customer checked(CustomerOf given, Faults faults) {
        return CustomerCheck.checked(given.customer(), faults);
    }
}
