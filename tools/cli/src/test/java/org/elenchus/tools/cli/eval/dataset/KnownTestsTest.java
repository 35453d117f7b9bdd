package org.elenchus.tools.cli.eval.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.elenchus.actors.port.PreparedRepository;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.execution.CoveredLines;
import org.elenchus.protocol.execution.TestRun;
import org.elenchus.protocol.repository.Quarantined;
import org.elenchus.protocol.repository.Quarantined.Reason;
import org.elenchus.protocol.repository.RepositoryCoordinate;
import org.elenchus.protocol.repository.RepositorySummary;
import org.elenchus.protocol.repository.TestId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class KnownTestsTest {
    private static final TestId PASSES = TestId.parse("x.T#passes()");
    private static final TestId OTHER = TestId.parse("x.T#other()");

    /** A broken tree in which one test passes and another gives a result for which it is kept out. */
    private static KnownTests with(Reason reason) {
        return known(new Quarantined(OTHER, reason));
    }

    private static KnownTests known(Quarantined... others) {
        Digest none = Digest.of("");
        return new KnownTests(new Found(new RepositorySummary(
                new RepositoryCoordinate("dir:broken"), none, none, 1, 1, 1, Arrays.asList(others))));
    }

    private static void assertInvalid(ThrowingCallable call, String reason) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        InvalidTask.class, fault -> assertThat(fault.reason()).isEqualTo(reason));
    }

    @Test
    void a_test_that_passes_is_none_to_mend() {
        assertInvalid(
                () -> with(Reason.FAILS).failing(List.of("T#passes")),
                "failToPass names T#passes, which passes in the broken tree");
        assertInvalid(() -> known().failing(List.of()), "no test fails in the broken tree; 1 pass");
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"FAILS", "SLOW"})
    void one_without_a_certain_result_neither_fails_nor_grades(Reason reason) {
        assertInvalid(
                () -> with(reason).failing(List.of("T#other")),
                "failToPass names T#other, which cannot be trusted: " + reason);
        assertInvalid(
                () -> with(reason).named("heldBack", List.of("T#other")),
                "heldBack names x.T#other(), which cannot be trusted: " + reason);
        assertInvalid(() -> with(reason).failing(List.of()), "no test fails in the broken tree; 1 pass");
    }

    @Test
    void one_that_burns_too_much_fails_only_where_it_is_named() throws Exception {
        KnownTests known = with(Reason.SLOW);

        assertThat(known.failing(List.of("T#other"))).containsExactly(OTHER);
        assertThat(known.named("heldBack", List.of("T#other"))).containsExactly(OTHER);
        assertInvalid(() -> known.failing(List.of()), "no test fails in the broken tree; 1 pass");
    }

    @Test
    void a_class_means_those_of_its_tests_that_fail_to_mend_and_all_of_them_to_grade() throws Exception {
        KnownTests known = with(Reason.FAILS);

        assertThat(known.failing(List.of("x.T"))).containsExactly(OTHER);
        assertThat(known.named("heldBack", List.of("T"))).containsExactly(OTHER, PASSES);
        assertThat(known.failingOf(List.of(PASSES, OTHER))).containsExactly(OTHER);
    }

    @Test
    void a_name_of_no_test_is_said_with_its_field() {
        assertInvalid(
                () -> with(Reason.FAILS).named("heldBack", List.of("T#none")),
                "heldBack names T#none, which is none of the 2 tests found; see that its file compiles");
    }

    private record Found(RepositorySummary summary) implements PreparedRepository {
        @Override
        public SortedSet<TestId> tests() {
            return new TreeSet<>(List.of(PASSES));
        }

        @Override
        public SortedSet<String> files() {
            throw new UnsupportedOperationException();
        }

        @Override
        public String source(String path) {
            throw new UnsupportedOperationException();
        }

        @Override
        public SortedSet<TestId> testsReaching(String path, int line) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<CoveredLines> coverage(TestId test) {
            throw new UnsupportedOperationException();
        }

        @Override
        public TestRun budgeted(TestId test) {
            throw new UnsupportedOperationException();
        }
    }
}
