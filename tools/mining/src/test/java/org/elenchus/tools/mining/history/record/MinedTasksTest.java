package org.elenchus.tools.mining.history.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.execution.CoveredLines;
import org.elenchus.protocol.repository.RepositoryCoordinate;
import org.elenchus.protocol.repository.RepositorySummary;
import org.elenchus.protocol.repository.TestFacts;
import org.elenchus.protocol.repository.TestId;
import org.elenchus.protocol.skill.BuiltInSkills;
import org.elenchus.protocol.task.CandidateTask;
import org.elenchus.protocol.task.Mutation;
import org.elenchus.protocol.task.Pool;
import org.elenchus.protocol.task.TextEdit;
import org.elenchus.tools.mining.history.Library;
import org.elenchus.tools.mining.history.diff.LineRange;
import org.elenchus.tools.mining.history.fix.Category;
import org.elenchus.tools.mining.history.fix.Level;
import org.elenchus.tools.mining.inventory.StoredRepository;
import org.elenchus.tools.mining.suite.SuiteFindings.Trusted;
import org.junit.jupiter.api.Test;

class MinedTasksTest {
    static final String PATH = "org/x/A.java";
    static final String NEWER = "class A {\n    int f() {\n        return 1;\n    }\n}\n";
    static final String OLDER = "class A {\n    int f() {\n        int a = 0;\n        return a;\n    }\n}\n";
    private static final TestId TELLING = TestId.parse("org.x.ATest#tells(int)");
    private static final TestId CHEAP = TestId.parse("org.x.ATest#cheap()");
    private static final TestId DEAR = TestId.parse("org.x.ATest#a()");

    static StoredRepository newer(String text) {
        return new StoredRepository(
                new RepositorySummary(
                        new RepositoryCoordinate("maven:org.t:lib:2"),
                        Digest.of("snapshot"),
                        Digest.of("inventory"),
                        1,
                        5,
                        3,
                        List.of()),
                new TreeMap<>(Map.of(PATH, text)),
                List.of(trusted(TELLING, 10), trusted(CHEAP, 1), trusted(DEAR, 500)));
    }

    private static Trusted trusted(TestId test, long fuel) {
        return new Trusted(new TestFacts(test, fuel), List.of(new CoveredLines(PATH, List.of(3))));
    }

    private static RealBug bug(String removed, String inserted, TestId... failing) {
        return new RealBug(
                "lib/2/A.f/1",
                Library.parse("org.t:lib"),
                "1",
                "2",
                Level.STATEMENT,
                Category.CALL,
                PATH,
                "A.f",
                3,
                List.of(new Piece(new LineRange(3, 1), new LineRange(3, 2), Digest.of(removed), Digest.of(inserted))),
                2,
                1,
                List.of(failing).stream()
                        .map(test -> new SeenFailure(test, "org.opentest4j.AssertionFailedError"))
                        .toList(),
                true);
    }

    static RealBug good() {
        return bug("        return 1;\n", "        int a = 0;\n        return a;\n", TELLING);
    }

    @Test
    void a_record_and_both_releases_make_the_task_again() throws Exception {
        CandidateTask task = MinedTasks.of(good(), newer(NEWER), Pool.TEST, Map.of(PATH, OLDER));

        assertThat(task.id()).isEqualTo("lib/2/A.f/1");
        assertThat(task.breaking().edits())
                .containsExactly(
                        new TextEdit(PATH, 24, "        return 1;\n", "        int a = 0;\n        return a;\n"));
        assertThat(task.breaking().applyTo(Map.of(PATH, NEWER))).containsEntry(PATH, OLDER);
        assertThat(task.mutations()).containsExactly(new Mutation("real-bug", "call", PATH, 3, "A.f"));
        assertThat(task.skill()).isEqualTo(BuiltInSkills.REAL_BUG.id());
        assertThat(task.tests()).as("those that fail, then the cheapest").containsExactly(TELLING, CHEAP, DEAR);
    }

    @Test
    void the_statement_tells_what_was_seen_and_nothing_else() throws Exception {
        CandidateTask task = MinedTasks.of(good(), newer(NEWER), Pool.TEST, Map.of(PATH, OLDER));

        assertThat(task.statement())
                .isEqualTo("These tests should pass and do not: ATest.tells (AssertionFailedError)."
                        + " Find out what is wrong and mend it.");
        assertThat(MinedTasks.statement(java.util.Collections.nCopies(5, new SeenFailure(TELLING, ""))))
                .contains("ATest.tells; ATest.tells; ATest.tells; and 2 more.");
    }

    @Test
    void texts_that_are_not_those_recorded_make_no_task() {
        assertStale(good(), NEWER.replace("return 1", "return 2"), OLDER, "has other text at line 3");
        assertStale(good(), NEWER, OLDER.replace("int a", "int b"), "has other text at line 3");
        assertStale(good(), NEWER, "class A {}\n", "has other text at line 3");
        assertStale(
                bug("        return 1;\n", "        int a = 0;\n        return a;\n", TestId.parse("org.x.B#b()")),
                NEWER,
                OLDER,
                "not all of its failing tests are trusted");
        assertThatThrownBy(() -> MinedTasks.of(good(), newer(NEWER), Pool.TEST, Map.of()))
                .isInstanceOf(Stale.class)
                .hasMessageContaining("there is no org/x/A.java in both releases");
    }

    private static void assertStale(RealBug bug, String newer, String older, String why) {
        assertThatThrownBy(() -> MinedTasks.of(bug, newer(newer), Pool.TEST, Map.of(PATH, older)))
                .isInstanceOf(Stale.class)
                .hasMessageContaining(why)
                .hasMessageContaining("--discover");
    }
}
