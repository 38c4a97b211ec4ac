package dev.quittance.preferences;

import dev.quittance.testing.DatabaseRenewed;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Forgets the switches of the test class before. Tests only. */
@Component
class ForgettingSwitches {
    private final Switches switches;

    ForgettingSwitches(Switches switches) {
        this.switches = switches;
    }

    @EventListener
    void on(DatabaseRenewed renewed) {
        switches.forget();
    }
}
