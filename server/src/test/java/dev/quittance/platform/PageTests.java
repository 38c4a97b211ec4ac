package dev.quittance.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTests {

    @Test
    void aCursorBringsItsKeyBack() {
        var id = Ids.next();
        var page = Page.of(1, null);
        var connection =
                page.connection(
                        List.of("a", "b"),
                        _ -> List.of("2028-02-29", id.toString(), "Müller, \"A\"", "7"));

        var next = Page.of(1, connection.getPageInfo().getEndCursor().getValue());

        assertThat(connection.getEdges()).hasSize(1);
        assertThat(connection.getPageInfo().isHasNextPage()).isTrue();
        assertThat(next.day(0)).isEqualTo(LocalDate.of(2028, 2, 29));
        assertThat(next.id(1)).isEqualTo(id);
        assertThat(next.text(2)).isEqualTo("Müller, \"A\"");
        assertThat(next.number(3)).isEqualTo(7);
        assertThatThrownBy(() -> next.id(0)).isInstanceOf(BadRequest.class);
        assertThatThrownBy(() -> next.text(4)).isInstanceOf(BadRequest.class);
    }

    @Test
    void theFirstPageHasNoKey() {
        var page = Page.of(100, null);

        assertThat(page.id(0)).isNull();
        assertThat(page.day(0)).isNull();
        assertThat(page.connection(List.of(), _ -> List.of()).getPageInfo().getEndCursor())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 101, Integer.MAX_VALUE})
    void aPageHasBetweenOneAndAHundredRows(int first) {
        assertThatThrownBy(() -> Page.of(first, null)).isInstanceOf(BadRequest.class);
    }

    @Test
    void whatIsNoCursorIsRefused() {
        assertThatThrownBy(() -> Page.of(1, "§")).isInstanceOf(BadRequest.class);
        assertThatThrownBy(() -> Page.of(1, "A".repeat(5000))).isInstanceOf(BadRequest.class);
        assertThatThrownBy(() -> Page.of(1, "")).isInstanceOf(BadRequest.class);
    }
}
