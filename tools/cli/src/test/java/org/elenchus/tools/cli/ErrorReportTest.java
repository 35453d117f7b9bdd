package org.elenchus.tools.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class ErrorReportTest {
    /** Ends as it is told to. */
    @Command(name = "fail")
    private record Failing(Throwable how) implements Callable<Integer> {
        @Override
        public Integer call() throws Exception {
            if (how instanceof Error error) {
                throw error;
            }
            throw (Exception) how;
        }
    }

    private static String said(Throwable how, String... words) {
        StringWriter err = new StringWriter();
        CommandLine line =
                Elenchus.commandLine().addSubcommand(new Failing(how)).setErr(new PrintWriter(err, true));

        assertThat(line.execute(words)).isEqualTo(ExitCode.FAILURE.code());
        return err.toString();
    }

    @Test
    void too_little_memory_is_one_line_that_says_how_to_allow_more() {
        String said = said(new OutOfMemoryError("Java heap space"), "fail");

        assertThat(said.lines()).hasSize(1);
        assertThat(said).startsWith("elenchus: ").contains("ELENCHUS_JAVA_OPTS=-Xmx4g");
    }

    @Test
    void too_little_memory_is_told_as_such_whatever_it_has_led_to() {
        Exception damage = new IllegalStateException("damaged", new OutOfMemoryError("Java heap space"));

        assertThat(said(damage, "fail")).contains("ELENCHUS_JAVA_OPTS").doesNotContain("damaged");
    }

    @Test
    void the_stack_trace_is_there_for_who_asks() {
        assertThat(said(new OutOfMemoryError("Java heap space"), "--debug", "fail"))
                .contains("\tat ", "ELENCHUS_JAVA_OPTS");
    }
}
