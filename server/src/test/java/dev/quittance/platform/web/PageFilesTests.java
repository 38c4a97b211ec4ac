package dev.quittance.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.platform.ForeignSources;
import java.util.List;
import org.junit.jupiter.api.Test;

class PageFilesTests {

    @Test
    void everyCopyOfThePageHasItsOwnNonce() {
        var page = new PageFiles("testing");

        assertThat(page.there()).isTrue();
        assertThat(page.with("abc")).contains("content=\"abc\"").doesNotContain("__CSP_NONCE__");
        assertThat(PageFiles.nonce()).hasSize(24).isNotEqualTo(PageFiles.nonce());
    }

    @Test
    void anApplicationThatWasNotBuiltIsNotThere() {
        assertThat(new PageFiles("nowhere").there()).isFalse();
    }

    @Test
    void thePolicyNamesTheNonce() {
        assertThat(SecurityHeaders.policy("abc", ForeignSources.NONE))
                .contains("script-src 'self' 'nonce-abc';", "style-src 'self' 'nonce-abc'")
                .contains("connect-src 'self';", "frame-src 'self';")
                .doesNotContain("unsafe")
                .doesNotContain("https:");
    }

    @Test
    void thePolicyAllowsACardProcessorsOwnFields() {
        var fields =
                new ForeignSources(
                        List.of("https://js.example"),
                        List.of("https://js.example", "https://bank.example"),
                        List.of("https://api.example"));

        assertThat(SecurityHeaders.policy("abc", fields))
                .contains("script-src 'self' 'nonce-abc' https://js.example;")
                .contains("frame-src 'self' https://js.example https://bank.example;")
                .contains("connect-src 'self' https://api.example;");
    }
}
