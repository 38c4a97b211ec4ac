package dev.quittance.identity;

import static dev.quittance.platform.Permission.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.platform.Permission;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StaffRoleTests {

    @ParameterizedTest
    @EnumSource
    void everybodyOfTheStaffIsStaffAndNobodyAContact(StaffRole role) {
        assertThat(role.permissions())
                .contains(STAFF, SIGNED_IN)
                .doesNotContain(CONTACT, CONTACT_BILLING, EVERYONE);
    }

    @Test
    void anOwnerMayAllThatAnAdminMayAndManageOwners() {
        assertThat(StaffRole.OWNER.given())
                .containsAll(StaffRole.ADMIN.given())
                .contains(OWNERS_MANAGE);
        assertThat(StaffRole.ADMIN.given()).contains(USERS_MANAGE).doesNotContain(OWNERS_MANAGE);
    }

    @Test
    void billingRunsTheBillsButManagesNobody() {
        assertThat(StaffRole.BILLING.given())
                .contains(BILLING_RUN, IMPORT, PAYMENT_WRITE, SUBSCRIPTION_WRITE)
                .doesNotContain(USERS_MANAGE, SETTINGS_WRITE, CATALOG_WRITE, CLOCK_MOVE);
    }

    @Test
    void supportReadsCustomersAndTheirPapers() {
        assertThat(StaffRole.SUPPORT.given())
                .containsExactlyInAnyOrder(
                        CUSTOMER_READ,
                        CATALOG_READ,
                        SUBSCRIPTION_READ,
                        INVOICE_READ,
                        PAYMENT_READ,
                        MAIL_READ);
    }

    @Test
    void readOnlyReadsAllAndChangesNothing() {
        var reading =
                Arrays.stream(Permission.values()).filter(p -> p.name().endsWith("_READ")).toList();

        assertThat(StaffRole.READ_ONLY.given()).containsExactlyInAnyOrderElementsOf(reading);
    }

    @Test
    void theLastOwnerIsTheOnlyOneWhoCanSignIn() {
        var ada = UUID.randomUUID();
        var ben = UUID.randomUUID();

        assertThat(StaffChange.leavesNoOwner(ada, StaffRole.ADMIN, List.of(ada))).isTrue();
        assertThat(StaffChange.leavesNoOwner(ada, null, List.of(ada))).isTrue();
        assertThat(StaffChange.leavesNoOwner(ada, StaffRole.OWNER, List.of(ada))).isFalse();
        assertThat(StaffChange.leavesNoOwner(ada, null, List.of(ada, ben))).isFalse();
        assertThat(StaffChange.leavesNoOwner(ada, null, List.of(ben))).isFalse();
        assertThat(StaffChange.leavesNoOwner(ada, null, List.of())).isFalse();
    }
}
