package dev.quittance.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class QuoteTokensTests {
    private static final Instant NOW = Instant.parse("2027-03-01T10:00:00Z");
    private final QuoteTokens tokens = new QuoteTokens(new Hmac(new Secrets(settings())));

    @Test
    void aTokenHoldsForItsFactsForAQuarterOfAnHour() {
        var token = tokens.issue("pay 10", NOW);

        assertThat(tokens.holds(token, "pay 10", NOW)).isTrue();
        assertThat(tokens.holds(token, "pay 10", NOW.plusSeconds(899))).isTrue();
        assertThat(tokens.holds(token, "pay 10", NOW.plusSeconds(900))).isFalse();
        assertThat(tokens.holds(token, "pay 11", NOW)).isFalse();
    }

    @Test
    void nobodyProlongsAToken() {
        var token = tokens.issue("pay 10", NOW);
        var later = NOW.plusSeconds(99_999).getEpochSecond();

        assertThat(tokens.holds(later + token.substring(token.indexOf('.')), "pay 10", NOW))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "x", "1.2", "99999999999.", "99999999999.!!"})
    void whatIsNoTokenDoesNotHold(String text) {
        assertThat(tokens.holds(text, "pay 10", NOW)).isFalse();
    }

    private static Settings settings() {
        return new Binder(new MapConfigurationPropertySource())
                .bindOrCreate("quittance", Settings.class);
    }
}
