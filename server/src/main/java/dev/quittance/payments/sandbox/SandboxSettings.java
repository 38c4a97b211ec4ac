package dev.quittance.payments.sandbox;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the sandbox gateway takes its time.
 *
 * @param slowAnswer how long the slow card lets one wait
 * @param settlesAfter how long the money of a bank debit is on its way
 */
@ConfigurationProperties("quittance.sandbox-gateway")
record SandboxSettings(
        @DefaultValue("25s") Duration slowAnswer, @DefaultValue("4s") Duration settlesAfter) {}
