package org.elenchus.actors.grading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.elenchus.actors.grading.LineMap.Span;
import org.elenchus.protocol.task.TextEdit;
import org.junit.jupiter.api.Test;

class LineMapTest {
    @Test
    void lines_of_the_edited_text_come_from_those_that_the_edit_replaced() {
        LineMap map = new LineMap("a\nb\nc\n", "a\nx\ny\nc\n", List.of(new TextEdit("A.java", 2, "b", "x\ny")));

        assertThat(IntStream.rangeClosed(1, 5).mapToObj(map::originalOf))
                .containsExactly(new Span(1, 1), new Span(2, 2), new Span(2, 2), new Span(3, 3), new Span(4, 4));
    }

    @Test
    void what_was_removed_next_to_a_line_belongs_to_it() {
        LineMap map = new LineMap("a\nb\nc\n", "a\nc\n", List.of(new TextEdit("A.java", 2, "b\n", "")));

        assertThat(map.originalOf(2)).isEqualTo(new Span(2, 3));
    }

    @Test
    void there_is_no_line_before_the_first_or_after_the_last() {
        LineMap map = new LineMap("a\n", "a\n", List.of());

        assertThat(map.originalOf(0)).isEqualTo(Span.NONE);
        assertThat(map.originalOf(3)).isEqualTo(Span.NONE);
    }
}
