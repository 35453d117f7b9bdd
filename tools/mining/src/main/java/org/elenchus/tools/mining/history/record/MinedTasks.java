package org.elenchus.tools.mining.history.record;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.elenchus.actors.port.PreparedRepository;
import org.elenchus.protocol.execution.TestRun;
import org.elenchus.protocol.repository.TestId;
import org.elenchus.protocol.skill.BuiltInSkills;
import org.elenchus.protocol.skill.SkillId;
import org.elenchus.protocol.task.CandidateTask;
import org.elenchus.protocol.task.Mutation;
import org.elenchus.protocol.task.Patch;
import org.elenchus.protocol.task.Pool;
import org.elenchus.protocol.task.TextEdit;
import org.elenchus.tools.mining.history.ReleasePair;
import org.elenchus.tools.mining.history.diff.Change;
import org.elenchus.tools.mining.history.diff.TextLines;
import org.elenchus.tools.mining.history.fix.Category;
import org.elenchus.tools.mining.history.fix.FixShape;
import org.elenchus.tools.mining.history.fix.Reversal;

/** Makes candidate tasks of real bugs. Pure. */
public final class MinedTasks {
    /** What guides a mined task: nobody but history. */
    private static final SkillId SKILL = BuiltInSkills.REAL_BUG.id();

    static final String OPERATOR = SKILL.value();

    /** Tests named besides those that fail, the cheapest; the gates run no more than 300 in all. */
    private static final int OTHERS = 200;

    private static final int NAMED = 3;

    private MinedTasks() {}

    /**
     * A recorded bug as a candidate.
     *
     * @param newer the release that mended it
     * @param older main sources of the release that had it, path → text
     * @throws Stale when the record does not belong to these texts
     */
    public static CandidateTask of(RealBug bug, PreparedRepository newer, Pool pool, Map<String, String> older)
            throws Stale {
        List<TestId> failing = bug.failToPass().stream().map(SeenFailure::test).toList();
        if (!newer.tests().containsAll(failing)) {
            throw new Stale(
                    bug,
                    "not all of its failing tests are trusted tests of "
                            + bug.pair().newer());
        }
        return candidate(
                bug.id(), pool, newer, patch(bug, newer, older), bug.mutation(), statement(bug.failToPass()), failing);
    }

    /** A reversal that was seen to make tests fail, as a candidate. */
    public static CandidateTask of(
            ReleasePair pair, Reversal reversal, PreparedRepository newer, SortedSet<TestId> failing) {
        Change first = reversal.changes().getFirst();
        Category category = FixShape.of(reversal);
        int line = Math.min(
                first.splice().newer().first(), reversal.file().newer().lines().count());
        Mutation mutation = new Mutation(
                OPERATOR,
                category.label(),
                reversal.file().path(),
                line,
                first.member().symbol());
        List<SeenFailure> seen =
                failing.stream().map(test -> new SeenFailure(test, "")).toList();
        return candidate(
                "search/" + pair.newer().value(),
                Pool.TRAIN,
                newer,
                reversal.patch(),
                mutation,
                statement(seen),
                List.copyOf(failing));
    }

    private static CandidateTask candidate(
            String id,
            Pool pool,
            PreparedRepository newer,
            Patch breaking,
            Mutation mutation,
            String statement,
            List<TestId> failing) {
        Set<TestId> tests = new LinkedHashSet<>(failing);
        others(newer, mutation.path()).stream()
                .filter(test -> !failing.contains(test))
                .limit(OTHERS)
                .forEach(tests::add);
        return new CandidateTask(
                id,
                pool,
                newer.summary().coordinate(),
                newer.summary().snapshot(),
                SKILL,
                breaking,
                List.of(mutation),
                statement,
                List.copyOf(tests));
    }

    /** Tests that reach the file, the cheapest first. */
    private static List<TestId> others(PreparedRepository newer, String path) {
        Set<TestId> reaching = new LinkedHashSet<>();
        long lines = newer.source(path).lines().count();
        for (int line = 1; line <= lines; line++) {
            reaching.addAll(newer.testsReaching(path, line));
        }
        return reaching.stream()
                .map(newer::budgeted)
                .sorted(Comparator.comparingLong(TestRun::fuel).thenComparing(TestRun::test))
                .map(TestRun::test)
                .toList();
    }

    private static Patch patch(RealBug bug, PreparedRepository newer, Map<String, String> older) throws Stale {
        String before = older.get(bug.path());
        if (!newer.files().contains(bug.path()) || before == null) {
            throw new Stale(bug, "there is no " + bug.path() + " in both releases");
        }
        TextLines newerText = new TextLines(newer.source(bug.path()));
        TextLines olderText = new TextLines(before);
        List<TextEdit> edits = new ArrayList<>();
        for (Piece piece : bug.pieces()) {
            if (!piece.fits(newerText, olderText)) {
                throw new Stale(
                        bug,
                        bug.path() + " has other text at line " + piece.newer().first());
            }
            edits.add(piece.splice().edit(bug.path(), newerText, olderText));
        }
        return Reversal.patch(edits);
    }

    /** Says what was seen and nothing of what was done: the failing tests and what they threw. */
    static String statement(Collection<SeenFailure> failing) {
        String seen = failing.stream().limit(NAMED).map(MinedTasks::words).collect(Collectors.joining("; "));
        int more = failing.size() - NAMED;
        return "These tests should pass and do not: " + seen + (more > 0 ? "; and " + more + " more" : "")
                + ". Find out what is wrong and mend it.";
    }

    private static String words(SeenFailure failure) {
        String type =
                failure.test().className().substring(failure.test().className().lastIndexOf('.') + 1);
        String thrown = failure.exception().substring(failure.exception().lastIndexOf('.') + 1);
        return type + "." + failure.test().method().replaceAll("\\(.*", "")
                + (thrown.isEmpty() ? "" : " (" + thrown + ")");
    }
}
