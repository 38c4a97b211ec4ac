package dev.quittance.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SecretsTests {
    private static final byte[] PLAIN = "a private key".getBytes(StandardCharsets.UTF_8);

    private final Secrets secrets = new Secrets(LiveSettingsTests.settings());
    private final Hmac hmac = new Hmac(secrets);

    @Test
    void whatIsSealedOpensForItsPurposeOnly() {
        var sealed = secrets.seal("keys", PLAIN);

        assertThat(secrets.open("keys", sealed)).isEqualTo(PLAIN);
        assertThat(sealed).isNotEqualTo(secrets.seal("keys", PLAIN));
        assertThatThrownBy(() -> secrets.open("other", sealed))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aChangedBitIsNoticed() {
        var sealed = secrets.seal("keys", PLAIN);
        sealed[20] ^= 1;

        assertThatThrownBy(() -> secrets.open("keys", sealed))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aSignatureHoldsForItsPurposeAndContentOnly() {
        var signature = hmac.sign("link", PLAIN);

        assertThat(signature).hasSize(32);
        assertThat(hmac.verify("link", PLAIN, signature)).isTrue();
        assertThat(hmac.verify("quote", PLAIN, signature)).isFalse();
        assertThat(hmac.verify("link", new byte[0], signature)).isFalse();
    }
}
