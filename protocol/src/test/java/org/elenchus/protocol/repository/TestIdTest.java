package org.elenchus.protocol.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestIdTest {
    @Test
    void is_read_as_it_is_written() {
        TestId id = TestId.parse("org.Sample$Inner#adds(int, String)");

        assertThat(id).isEqualTo(new TestId("org.Sample$Inner", "adds(int, String)"));
        assertThat(TestId.parse(id.toString())).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "#", "Sample", "Sample#", "#adds()", "Sam\u001bple#adds()", "Sample#ad\u202eds()"})
    void what_is_no_id_is_refused_in_words_that_show(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TestId.parse(text))
                .satisfies(e -> assertThat(e.getMessage()).isNotBlank().doesNotContain("\u001b", "\u202e"));
    }
}
