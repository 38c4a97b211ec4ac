package dev.quittance.organization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.platform.Faults;
import dev.quittance.platform.FieldFault;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogoTests {
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0};

    @Test
    void aPngOrJpegPictureIsALogo() {
        assertThat(faults("data:image/png;base64,", PNG, 100)).isEmpty();
        assertThat(faults("data:image/jpeg;base64,", JPEG, 100)).isEmpty();
    }

    @Test
    void noLogoIsFine() {
        assertThat(check(null)).isEmpty();
        assertThat(check(" ")).isEmpty();
    }

    @Test
    void itMayHaveOneHundredAndEightyKilobytesAndNoMore() {
        assertThat(faults("data:image/png;base64,", PNG, 180_000)).isEmpty();
        assertThat(faults("data:image/png;base64,", PNG, 180_001))
                .containsExactly(new FieldFault("logo", "must have at most 180 kB"));
    }

    @Test
    void itMustBeWhatItSaysItIs() {
        assertThat(faults("data:image/png;base64,", JPEG, 100)).hasSize(1);
        assertThat(faults("data:image/jpeg;base64,", PNG, 100)).hasSize(1);
        assertThat(faults("data:image/svg+xml;base64,", PNG, 100)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.com/logo.png",
                "data:image/png;base64,",
                "data:image/png;base64,%%%",
                "data:image/png,iVBORw0KGgo=",
                "data:text/html;base64,PHNjcmlwdD4=",
                "javascript:alert(1)",
                "iVBORw0KGgo="
            })
    void anythingElseIsRefused(String text) {
        assertThat(check(text))
                .containsExactly(
                        new FieldFault("logo", "must be a PNG or JPEG picture as a data URL"));
    }

    private static List<FieldFault> faults(String prefix, byte[] beginning, int size) {
        var picture = Arrays.copyOf(beginning, size);
        return check(prefix + Base64.getEncoder().encodeToString(picture));
    }

    private static List<FieldFault> check(@Nullable String text) {
        var faults = new Faults();
        Logo.checked(faults, "logo", text);
        return faults.found();
    }
}
