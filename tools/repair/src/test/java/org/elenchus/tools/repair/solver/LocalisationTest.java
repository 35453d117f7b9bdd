package org.elenchus.tools.repair.solver;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.javaparser.ast.stmt.IfStmt;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.elenchus.actors.port.Problem;
import org.elenchus.protocol.execution.CoveredLines;
import org.elenchus.protocol.execution.Failure;
import org.elenchus.protocol.execution.Overlay;
import org.elenchus.protocol.execution.TestOutcome;
import org.elenchus.protocol.execution.TestResult;
import org.elenchus.protocol.repository.TestId;
import org.elenchus.tools.repair.syntax.SourceFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalisationTest {
    private static final String PATH = "a/Gate.java";
    private static final TestId TEST = TestId.parse("a.GateTest#opens()");

    /** Suspects when one test fails that reaches these lines. */
    private static List<Suspect> suspects(String text, Integer... lines) {
        Problem.Workspace workspace = new Problem.Workspace() {
            @Override
            public SortedSet<String> files() {
                return new TreeSet<>(List.of(PATH));
            }

            @Override
            public String source(String path) {
                return text;
            }

            @Override
            public Overlay broken() {
                return Overlay.NONE;
            }

            @Override
            public SortedSet<TestId> testsReaching(String path, int line) {
                return new TreeSet<>(List.of(TEST));
            }
        };
        TestResult failed = new TestResult(
                TEST,
                new TestOutcome.Failed(new Failure("AssertionError", "no", List.of())),
                0,
                List.of(new CoveredLines(PATH, List.of(lines))));
        return new Localisation(workspace, new SourceFiles(1_000_000), List.of(TEST))
                .suspects(Sources.broken(workspace), List.of(failed));
    }

    /** The compiler leaves nothing of a condition that is a constant, so no test reaches its line. */
    @ParameterizedTest
    @CsvSource({"4, true", "8, true", "12, false"})
    void a_constant_condition_is_suspected_where_its_method_is_reached(int line, boolean suspected) {
        List<Suspect> suspects = suspects("""
                package a;
                class Gate {
                    int open(int width) {
                        int free = width - 1;
                        if (false) {
                            free = 0;
                        }
                        return free;
                    }

                    int shut(int width) {
                        return width;
                    }
                }
                """, line);

        assertThat(suspects.stream()
                        .filter(s -> s.place().node() instanceof IfStmt)
                        .map(s -> s.place().firstLine()))
                .isEqualTo(suspected ? List.of(5) : List.of());
    }

    @Test
    void a_condition_that_is_compiled_is_suspected_where_it_is_reached_itself() {
        List<Suspect> suspects = suspects("""
                package a;
                class Gate {
                    int open(int width) {
                        int free = width - 1;
                        if (free < 0) {
                            free = 0;
                        }
                        return free;
                    }
                }
                """, 4, 8);

        assertThat(suspects).noneMatch(s -> s.place().node() instanceof IfStmt).isNotEmpty();
    }
}
