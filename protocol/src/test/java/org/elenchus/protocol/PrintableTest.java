package org.elenchus.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrintableTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "expected: <1> but was: <2>", "two\n\tlines", "Ωμέγα 漢字 ü", "a 🙂 face"})
    void what_shows_stays_as_it_is(String text) {
        assertThat(Printable.of(text)).isSameAs(text);
    }

    @ParameterizedTest
    @CsvSource({
        "27, \\u001b",
        "7, \\u0007",
        "13, \\u000d",
        "0, \\u0000",
        "0x9b, \\u009b",
        "0x202e, \\u202e",
        "0x200b, \\u200b",
        "0x2028, \\u2028",
        "0x2029, \\u2029",
        "0xe0041, \\udb40\\udc41"
    })
    void terminal_escapes_bells_reordering_breaks_and_what_is_invisible_become_words(String code, String words) {
        String hostile = "[" + Character.toString(Integer.decode(code)) + "]";

        assertThat(Printable.is(hostile)).isFalse();
        assertThat(Printable.of(hostile)).isEqualTo("[" + words + "]");
    }

    @Property
    void the_result_shows_and_is_left_alone_from_then_on(@ForAll String text) {
        String shown = Printable.of(text);

        assertThat(Printable.is(shown)).isTrue();
        assertThat(Printable.of(shown)).isSameAs(shown);
    }

    @Test
    void an_escape_that_was_written_out_already_is_not_touched() {
        assertThat(Printable.of("\\u001b")).isEqualTo("\\u001b");
    }
}
