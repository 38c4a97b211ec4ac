package dev.quittance.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class GatewaysTests {

    @Test
    @Tag("P70")
    void withoutAGatewayNoWayToPayOnlineIsOffered() {
        var gateways =
                new Gateways(
                        new StaticListableBeanFactory().getBeanProvider(PaymentGateway.class),
                        new PaymentSettings(
                                null, Duration.ofSeconds(20), 8, Duration.ofSeconds(2)));

        assertThat(gateways.options()).isEmpty();
        assertThat(gateways.present()).isEmpty();
    }
}
