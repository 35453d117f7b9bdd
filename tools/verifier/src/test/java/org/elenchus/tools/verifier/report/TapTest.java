package org.elenchus.tools.verifier.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TapTest {
    private static List<Report.Entry> read(String tap) throws ReportFault {
        return Tap.read(tap.getBytes(StandardCharsets.UTF_8), "suite", new Wording(List.of()));
    }

    @Test
    void test_lines_and_directives_are_read_and_subtests_passed_over() throws Exception {
        List<Report.Entry> entries = read("""
                TAP version 14
                1..5
                # a comment
                ok 1 - adds
                    not ok 1 - a subtest
                not ok 2 - takes away
                  ---
                  message: 'ok 7 - no'
                  ...
                ok 3 - later # SKIP no time
                not ok 4 - some day # TODO
                ok
                """);

        assertThat(entries)
                .extracting(entry -> entry.test().toString())
                .containsExactly("suite#adds", "suite#takes away", "suite#later", "suite#some day", "suite#test 5");
        assertThat(entries)
                .extracting(entry -> entry.outcome().passed())
                .containsExactly(true, false, false, false, true);
        assertThat(entries.get(1).outcome().observedFailure()).isTrue();
        assertThat(entries.get(2).outcome().observedFailure()).isFalse();
        assertThat(entries.get(3).outcome().observedFailure()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ok 1 - a\n", "1..2\nok 1 - a\n", "1..1\n1..1\nok 1\n", "1..1\nBail out! no disk\nok 1\n"})
    void a_report_that_was_not_written_to_its_end_is_refused(String tap) {
        assertThatThrownBy(() -> read(tap)).isInstanceOf(ReportFault.class);
    }
}
