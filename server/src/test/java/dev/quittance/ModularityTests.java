package dev.quittance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** Who may know whom: packages know only what they declare, and declare only what lies below. */
class ModularityTests {
    private static final List<List<String>> FLOORS =
            List.of(
                    List.of("platform"),
                    List.of("identity", "organization", "catalog", "preferences", "uploads"),
                    List.of("customers", "documents", "exchange"),
                    List.of("ledger", "subscriptions"),
                    List.of("usage", "rebilling"),
                    List.of("invoicing"),
                    List.of("payments", "quotes", "drafts"),
                    List.of("methods"),
                    List.of("collection", "corrections"),
                    List.of("contracting", "disputes"),
                    List.of("billing", "payouts", "latefees"),
                    List.of("banking"),
                    List.of(
                            "statements",
                            "support",
                            "reviews",
                            "reports",
                            "books",
                            "connectors",
                            "imports"),
                    // It takes its files in as imports do.
                    List.of("takeover"),
                    List.of("messaging", "notices"),
                    List.of("demo"));

    private static final ApplicationModules MODULES =
            ApplicationModules.of(QuittanceApplication.class);

    @Test
    void packagesKnowOnlyWhatTheyDeclare() {
        MODULES.verify();
    }

    @Test
    void everyPackageHasItsFloor() {
        assertThat(MODULES.stream().map(ModularityTests::name)).isSubsetOf(floors().keySet());
    }

    @Test
    void everyArrowPointsDown() {
        var floors = floors();
        for (var module : MODULES) {
            for (var known : declared(module)) {
                assertThat(floors.get(known))
                        .as("%s may know %s only if it lies below", name(module), known)
                        .isNotNull()
                        .isLessThan(floors.get(name(module)));
            }
        }
    }

    @Test
    void everyPackageDeclaresItsArrows() {
        // A package-info among the tests of a package hides the one with the arrows.
        assertThat(MODULES.stream().filter(module -> annotation(module).isEmpty()))
                .extracting(ModularityTests::name)
                .isEmpty();
    }

    private static Map<String, Integer> floors() {
        var floors = new TreeMap<String, Integer>();
        for (var floor = 0; floor < FLOORS.size(); floor++) {
            for (var name : FLOORS.get(floor)) {
                floors.put(name, floor);
            }
        }
        return floors;
    }

    private static List<String> declared(ApplicationModule module) {
        return annotation(module).map(one -> List.of(one.allowedDependencies())).orElse(List.of());
    }

    private static Optional<org.springframework.modulith.ApplicationModule> annotation(
            ApplicationModule module) {
        return module.getBasePackage()
                .getAnnotation(org.springframework.modulith.ApplicationModule.class);
    }

    private static String name(ApplicationModule module) {
        return module.getIdentifier().toString();
    }
}
