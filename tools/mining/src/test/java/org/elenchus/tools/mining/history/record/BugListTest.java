package org.elenchus.tools.mining.history.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.repository.TestId;
import org.elenchus.tools.mining.history.Library;
import org.elenchus.tools.mining.history.diff.LineRange;
import org.elenchus.tools.mining.history.fix.Category;
import org.elenchus.tools.mining.history.fix.Level;
import org.junit.jupiter.api.Test;

class BugListTest {
    static RealBug bug(String id, String to, String... failing) {
        return new RealBug(
                id,
                Library.parse("org.t:lib"),
                "1",
                to,
                Level.STATEMENT,
                Category.CALL,
                "org/x/A.java",
                "A.f",
                3,
                List.of(new Piece(new LineRange(3, 1), new LineRange(2, 2), Digest.of("new"), Digest.of("old"))),
                2,
                1,
                List.of(failing).stream()
                        .map(test -> new SeenFailure(TestId.parse(test), "java.lang.AssertionError"))
                        .toList(),
                true);
    }

    private static final RealBug ONE = bug("lib/2/A.f/1", "2", "org.x.ATest#a()");
    private static final RealBug TWO = bug("lib/2/A.f/2", "2", "org.x.ATest#b()");

    @Test
    void a_list_reads_as_it_was_written_in_the_order_of_ids() {
        BugList list = BugList.of(List.of(TWO, ONE));

        assertThat(list.bugs()).containsExactly(ONE, TWO);
        assertThat(BugList.read(list.json().getBytes(StandardCharsets.UTF_8))).contains(list);
    }

    @Test
    void what_is_no_list_of_this_form_is_none() {
        assertThat(BugList.read("[]".getBytes(StandardCharsets.UTF_8))).isEmpty();
        assertThat(BugList.read("{}".getBytes(StandardCharsets.UTF_8))).isEmpty();
        assertThat(BugList.read("no".getBytes(StandardCharsets.UTF_8))).isEmpty();
        String other = BugList.of(List.of(ONE)).json().replace("real-bugs.v1", "real-bugs.v0");
        assertThat(BugList.read(other.getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @Test
    void what_a_reader_refused_stays_out_and_the_reason_stays_with_it() {
        BugList reviewed = new BugList(BugList.FORM, List.of(), Map.of(TWO.id(), "a feature", "gone", "elsewhere"));
        BugList rest = BugList.of(List.of(ONE, TWO)).without(reviewed);

        assertThat(rest.bugs()).containsExactly(ONE);
        assertThat(rest.leftOut()).isEqualTo(Map.of(TWO.id(), "a feature"));
    }

    @Test
    void bugs_of_a_pair_that_share_a_test_are_one_fix() {
        RealBug both = bug("lib/2/A.f/3", "2", "org.x.ATest#a()", "org.x.ATest#b()");
        RealBug elsewhere = bug("lib/3/A.f/1", "3", "org.x.ATest#a()");

        assertThat(Fixes.count(List.of(ONE, TWO))).isEqualTo(2);
        assertThat(Fixes.count(List.of(ONE, TWO, both))).isEqualTo(1);
        assertThat(Fixes.count(List.of(ONE, elsewhere))).isEqualTo(2);
    }

    @Test
    void the_list_that_comes_along_holds_genuine_bugs_once_each_and_none_that_was_refused() {
        BugList reviewed = BugList.reviewed();

        assertThat(reviewed.bugs()).extracting(RealBug::id).doesNotHaveDuplicates();
        assertThat(reviewed.bugs()).allSatisfy(bug -> {
            assertThat(bug.genuine()).isTrue();
            assertThat(bug.failToPass()).isNotEmpty();
            assertThat(bug.pieces()).isNotEmpty();
            assertThat(reviewed.leftOut()).doesNotContainKey(bug.id());
        });
        assertThat(reviewed.bugs().stream().map(RealBug::library).distinct().count())
                .isGreaterThanOrEqualTo(8);
        assertThat(reviewed.bugs()).hasSizeGreaterThanOrEqualTo(100);
    }
}
