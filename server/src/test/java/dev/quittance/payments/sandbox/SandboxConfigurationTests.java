package dev.quittance.payments.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.payments.PaymentGateway;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class SandboxConfigurationTests {

    @Test
    @Tag("P70")
    void aLiveInstallationHasNoSandboxGatewayAndNoBankPage() {
        new ApplicationContextRunner()
                .withUserConfiguration(SandboxConfiguration.class)
                .withPropertyValues("quittance.mode=live")
                .run(
                        context -> {
                            assertThat(context).hasNotFailed();
                            assertThat(context).doesNotHaveBean(PaymentGateway.class);
                            assertThat(context).doesNotHaveBean("sandboxBank");
                        });
    }
}
