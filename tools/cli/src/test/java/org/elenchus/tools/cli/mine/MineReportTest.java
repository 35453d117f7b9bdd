package org.elenchus.tools.cli.mine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.repository.TestId;
import org.elenchus.tools.mining.history.Library;
import org.elenchus.tools.mining.history.ReleasePair;
import org.elenchus.tools.mining.history.diff.LineRange;
import org.elenchus.tools.mining.history.fix.Category;
import org.elenchus.tools.mining.history.fix.Level;
import org.elenchus.tools.mining.history.record.BugList;
import org.elenchus.tools.mining.history.record.Piece;
import org.elenchus.tools.mining.history.record.RealBug;
import org.elenchus.tools.mining.history.record.SeenFailure;
import org.elenchus.tools.mining.history.search.Found;
import org.elenchus.tools.mining.history.search.Recreation.Made;
import org.junit.jupiter.api.Test;

class MineReportTest {
    private static final Library LIB = Library.parse("org.t:lib");
    private static final ReleasePair PAIR = new ReleasePair(LIB, "1", "2");

    private static RealBug bug(String id, Category category, boolean genuine, String test) {
        Piece piece = new Piece(new LineRange(3, 2), new LineRange(3, 1), Digest.of("new"), Digest.of("old"));
        return new RealBug(
                id,
                LIB,
                "1",
                "2",
                Level.STATEMENT,
                category,
                "A.java",
                "A.f",
                3,
                List.of(piece),
                1,
                2,
                List.of(new SeenFailure(TestId.parse(test), "E")),
                genuine);
    }

    private static final RealBug CALL = bug("lib/2/A.f/1", Category.CALL, true, "T#a()");
    private static final RealBug GUARD = bug("lib/2/A.f/2", Category.GUARD_ADDED, true, "T#a()");
    private static final RealBug HALF = bug("lib/2/A.f/3", Category.CALL, false, "T#b()");

    private static Found found(String note, RealBug... bugs) {
        return new Found(Found.RULES, PAIR, 9, 2, 1, 7, 5, 1, 4, List.of(bugs), note);
    }

    @Test
    void a_search_is_told_by_library_and_by_category() {
        List<Found> all = List.of(found("", CALL, GUARD, HALF));

        assertThat(MineReport.list(all, false).bugs()).containsExactly(CALL, GUARD);
        assertThat(MineReport.list(all, true).bugs()).containsExactly(CALL, GUARD, HALF);
        assertThat(MineReport.searched(all, MineReport.list(all, false)))
                .containsPattern("org.t:lib +1 +7 +5 +2 +1 +1 +4")
                .containsPattern("wrong call, argument or value +1 +1 +3")
                .containsPattern("guard added +1 +1 +3")
                .containsPattern("restructuring +0 +0 +–");
    }

    @Test
    void what_was_left_out_and_what_could_not_be_searched_is_said() {
        List<Found> all = List.of(found("it does not compile", CALL));
        BugList left = MineReport.list(all, false)
                .without(new BugList(BugList.FORM, List.of(), Map.of(CALL.id(), "a feature")));

        assertThat(MineReport.searched(all, left))
                .contains("1 are left out of the list", "lib 1 → 2: it does not compile");
        assertThat(MineReport.line(all.getFirst()))
                .isEqualTo("1 genuine, 0 mixed; 7 changes, 5 executed (it does not compile)");
    }

    @Test
    void what_did_not_become_a_task_keeps_its_reason() {
        List<Made> all = List.of(new Made.Not(CALL, "refused: too blunt"));

        assertThat(MineReport.made(all)).containsPattern("all +1 +0 +0 +0");
        assertThat(MineReport.madeJson(all)).contains("\"made\" : false", "refused: too blunt");
    }
}
