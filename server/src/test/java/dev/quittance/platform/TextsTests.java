package dev.quittance.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTests {
    private final Faults faults = new Faults();

    @Test
    void aNameIsTrimmed() {
        assertThat(Texts.name(faults, "name", "  Ada \u00a0Lovelace\u3000", 50))
                .isEqualTo("Ada \u00a0Lovelace");
        assertThat(faults.isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Zoë Saldaña",
                "Иван Петров",
                "Ελένη",
                "李小龍",
                "محمد",
                "נועה",
                "O'Brien & Sons <Ltd>",
                "می\u200Cخواهم",
                "👩\u200D🚀 Space"
            })
    void namesOfTheWorldAreAccepted(String name) {
        Texts.name(faults, "name", name, 50);

        assertThat(faults.found()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\u0000b",
                "a\nb",
                "a\u001Bb",
                "a\u0085b",
                "abc\u202Egnp.exe",
                "a\u2066b",
                "a\u200Fb",
                "a\u200Bb",
                "a\uFEFFb",
                "a\u2028b",
                "a\uE000b"
            })
    void hiddenCharactersAreRefused(String name) {
        Texts.name(faults, "name", name, 50);

        assertThat(faults.found()).extracting(FieldFault::path).containsExactly("name");
    }

    @Test
    void aNameThatIsMissingBlankOrTooLongIsRefused() {
        Texts.name(faults, "a", null, 5);
        Texts.name(faults, "b", " \t ", 5);
        Texts.name(faults, "c", "123456", 5);
        Texts.name(faults, "d", "👍👍👍👍👍", 5);

        assertThat(faults.found()).extracting(FieldFault::path).containsExactly("a", "b", "c");
    }

    @Test
    void aNoteMayHaveLines() {
        assertThat(Texts.note(faults, "note", "one\r\ntwo\n", 50)).isEqualTo("one\ntwo");
        assertThat(Texts.note(faults, "note", "  ", 50)).isNull();
        assertThat(faults.isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a@b.example", "first.last+tag@sub.example.com", "ü@müller.example"})
    void addressesAreAccepted(String address) {
        assertThat(Texts.email(faults, "email", address)).isEqualTo(address);
        assertThat(faults.isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a", "a@b", "@b.example", "a b@c.example", "a@b@c.example", "<a@b.example>"})
    void whatIsNoAddressIsRefused(String address) {
        Texts.email(faults, "email", address);

        assertThat(faults.found()).hasSize(1);
    }
}
