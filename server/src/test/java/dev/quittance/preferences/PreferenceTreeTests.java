package dev.quittance.preferences;

import static dev.quittance.preferences.PreferenceLevel.CUSTOMER;
import static dev.quittance.preferences.PreferenceLevel.DEFAULT;
import static dev.quittance.preferences.PreferenceLevel.ORGANIZATION;
import static dev.quittance.preferences.PreferenceLevel.PLAN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quittance.platform.Faults;
import dev.quittance.platform.FieldFault;
import dev.quittance.platform.Ids;
import dev.quittance.platform.Refused;
import dev.quittance.preferences.PreferenceTree.Held;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PreferenceTreeTests {
    private static final UUID SOME = Ids.next();

    @Tag("P1")
    @Tag("P18")
    @Tag("P21")
    @Tag("P98")
    @ParameterizedTest(name = "{0} is {1} as delivered")
    @CsvSource(
            textBlock =
                    """
                    SUBSCRIPTIONS, on
                    INVOICES, on
                    CREDIT_NOTES, on
                    PAYMENTS, on
                    STATEMENTS, on
                    CREDIT, on
                    DETAILS, on
                    FORWARD, on
                    REVIEWS, on
                    ACTIVATE_TRIAL, off
                    EXTEND_TRIAL, off
                    CANCEL_TRIAL_NOW, off
                    CANCEL_TRIAL_AT_TERM_END, off
                    EDIT, off
                    AUTO_CHARGE, off
                    PAUSE, off
                    RESUME, off
                    CANCEL_NOW, off
                    CANCEL_AT_TERM_END, off
                    REACTIVATE, off
                    """)
    void eachHasItsNamedDefault(PortalSwitch name, String standard) {
        assertThat(PortalSwitches.standard().on(name)).isEqualTo(standard.equals("on"));
    }

    @Tag("P28")
    @Test
    void anExpiredTrialIsExtendedOnceUnlessSaidOtherwise() {
        assertThat(PortalSwitches.standard().number(PortalSwitch.TRIAL_EXTENSIONS)).isEqualTo(1);
    }

    @Tag("P1")
    @ParameterizedTest(name = "organisation {0}, plan {1}, customer {2}: {3} from {4}")
    @CsvSource(
            textBlock =
                    """
                         ,      ,      , false, DEFAULT
                    true ,      ,      , true , ORGANIZATION
                    true , false,      , false, PLAN
                    true , false, true , true , CUSTOMER
                    true ,      , false, false, CUSTOMER
                         , true ,      , true , PLAN
                         ,      , true , true , CUSTOMER
                    """)
    void theNearestWins(
            Boolean organization,
            Boolean plan,
            Boolean customer,
            boolean value,
            PreferenceLevel from) {
        var set = new ArrayList<Preference>();
        add(set, ORGANIZATION, organization);
        add(set, PLAN, plan);
        add(set, CUSTOMER, customer);

        assertThat(new PreferenceTree(set).held(PortalSwitch.PAUSE))
                .isEqualTo(new Held(SwitchValue.of(value), from));
    }

    @Test
    void whatWouldBeInheritedIsWhatIsSetFartherAway() {
        var set = new ArrayList<Preference>();
        add(set, ORGANIZATION, true);
        add(set, CUSTOMER, false);
        var tree = new PreferenceTree(set);

        assertThat(tree.inherited(PortalSwitch.PAUSE, CUSTOMER))
                .isEqualTo(new Held(SwitchValue.of(true), ORGANIZATION));
        assertThat(tree.inherited(PortalSwitch.PAUSE, ORGANIZATION))
                .isEqualTo(new Held(SwitchValue.of(false), DEFAULT));
    }

    @Tag("P36")
    @Test
    void whatStandsUnderASwitchIsOffWithIt() {
        var editing =
                new PreferenceTree(
                                List.of(set(ORGANIZATION, PortalSwitch.EDIT, SwitchValue.of(true))))
                        .switches();

        assertThat(editing.on(PortalSwitch.ADD_ADDONS)).isTrue();
        assertThat(editing.choice(PortalSwitch.PLAN_CHANGES, PlanChanges.class))
                .isEqualTo(PlanChanges.BOTH_WAYS);
        assertThat(PortalSwitches.standard().on(PortalSwitch.ADD_ADDONS)).isFalse();
        assertThatThrownBy(() -> PortalSwitches.standard().require(PortalSwitch.ADD_ADDONS))
                .isInstanceOf(Refused.class)
                .hasMessage("Adding addons is switched off here. Ask us, and we do it for you.");
    }

    @Test
    void whatNoLongerFitsIsAsGoodAsNotSet() {
        var tree =
                new PreferenceTree(
                        List.of(
                                set(CUSTOMER, PortalSwitch.CHANGE_TIME, SwitchValue.of("SOMETIME")),
                                set(PLAN, PortalSwitch.CHANGE_TIME, SwitchValue.of("NOW"))));

        assertThat(tree.held(PortalSwitch.CHANGE_TIME))
                .isEqualTo(new Held(SwitchValue.of("NOW"), PLAN));
    }

    @ParameterizedTest
    @EnumSource
    void everyDefaultFitsAndEverySwitchIsSaidInWords(PortalSwitch one) {
        assertThat(one.domain().fits(one.domain().standard())).isTrue();
        assertThat(one.hint()).endsWith(".");
        assertThat(new SwitchedOff(one).message()).startsWith(one.doing()).endsWith(".");
        var under = one.under();
        assertThat(under == null || under.group() == one.group()).isTrue();
    }

    @ParameterizedTest(name = "{0} {1} {2} {3}: {4}")
    @CsvSource(
            textBlock =
                    """
                    PAUSE,            true, ,   ,        ''
                    PAUSE,            ,     1,  ,        number
                    PAUSE,            true, ,   NOW,     choice
                    TRIAL_EXTENSIONS, ,     12, ,        ''
                    TRIAL_EXTENSIONS, ,     13, ,        number
                    TRIAL_EXTENSIONS, ,     0,  ,        number
                    TRIAL_EXTENSIONS, ,     -1, ,        number
                    TRIAL_EXTENSIONS, true, ,   ,        flag
                    CHANGE_TIME,      ,     ,   EITHER,  ''
                    CHANGE_TIME,      ,     ,   either,  choice
                    """)
    void aValueMustBeOfItsKindAndWithinItsLimits(
            PortalSwitch name, Boolean flag, Integer number, String choice, String fault) {
        var faults = new Faults();

        name.domain().check(new SwitchValue(flag, number, choice, null), "at", faults);

        assertThat(faults.found())
                .extracting(FieldFault::path)
                .containsExactlyElementsOf(fault.isEmpty() ? List.of() : List.of("at." + fault));
    }

    @Test
    void plansAreNamedOnceAndNotWithoutEnd() {
        var domain = PortalSwitch.PLANS_OFFERED.domain();
        var many = new UUID[201];
        Arrays.setAll(many, _ -> Ids.next());

        assertThat(domain.fits(SwitchValue.of(List.of(SOME)))).isTrue();
        assertThat(domain.fits(SwitchValue.of(List.of(SOME, SOME)))).isFalse();
        assertThat(domain.fits(SwitchValue.of(List.of(many)))).isFalse();
    }

    private static void add(List<Preference> set, PreferenceLevel level, Boolean value) {
        if (value != null) {
            set.add(set(level, PortalSwitch.PAUSE, SwitchValue.of(value)));
        }
    }

    private static Preference set(PreferenceLevel level, PortalSwitch name, SwitchValue value) {
        return new Preference(SOME, level, name, value);
    }
}
