package dev.quittance.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

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
        assertThat(SecurityHeaders.policy("abc"))
                .contains("script-src 'self' 'nonce-abc'", "style-src 'self' 'nonce-abc'")
                .doesNotContain("unsafe");
    }
}
