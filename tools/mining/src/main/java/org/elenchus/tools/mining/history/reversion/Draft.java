package org.elenchus.tools.mining.history.reversion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.elenchus.actors.port.PreparedRepository;
import org.elenchus.actors.port.TaskAuthor.Commission;
import org.elenchus.protocol.execution.TestRun;
import org.elenchus.protocol.repository.TestId;
import org.elenchus.protocol.task.CandidateTask;
import org.elenchus.protocol.task.Patch;
import org.elenchus.protocol.task.TextEdit;
import org.elenchus.tools.mining.history.diff.Change;
import org.elenchus.tools.mining.history.diff.FileDiff;
import org.elenchus.tools.mining.history.diff.SourceShape;
import org.elenchus.tools.mining.history.fix.Reversal;
import org.elenchus.tools.mining.history.search.Reach;

/** Hunks that are taken back together, as a candidate. Pure. */
record Draft(List<Hunk> hunks) {
    /** Tests named; those that reach what changed come first. The gates run no more than 300. */
    private static final int TESTS = 200;

    private static final int NAMED = 3;

    Draft {
        hunks = List.copyOf(hunks);
    }

    CandidateTask task(Commission commission, int number) {
        PreparedRepository repository = commission.repository();
        List<TestId> tests = tests(repository);
        return new CandidateTask(
                commission.candidateId(number),
                commission.pool(),
                repository.summary().coordinate(),
                repository.summary().snapshot(),
                commission.skill().id(),
                patch(),
                hunks.stream().map(Hunk::mutation).toList(),
                statement(tests),
                tests);
    }

    /** Whether it can be taken back, and what is left is Java. */
    boolean isJava() {
        Map<String, String> sources = new TreeMap<>();
        hunks.forEach(hunk ->
                sources.put(hunk.file().path(), hunk.file().newer().lines().text()));
        try {
            return patch().applyTo(sources).values().stream()
                    .allMatch(text -> SourceShape.of(text).isPresent());
        } catch (Patch.DoesNotApply e) {
            // two members on one line
            return false;
        }
    }

    /** Changes of one file are taken back as one, so that what they need is brought back once. */
    private Patch patch() {
        Map<FileDiff, List<Change>> byFile = new LinkedHashMap<>();
        hunks.forEach(hunk ->
                byFile.computeIfAbsent(hunk.file(), file -> new ArrayList<>()).addAll(hunk.changes()));
        List<TextEdit> edits = new ArrayList<>();
        byFile.forEach((file, changes) ->
                edits.addAll(Reversal.of(file, changes).patch().edits()));
        return new Patch(edits);
    }

    private List<TestId> tests(PreparedRepository repository) {
        Set<TestId> tests = new LinkedHashSet<>();
        Stream.concat(
                        cheapest(repository, hunks.stream().flatMap(hunk -> hunk.tests().stream())),
                        cheapest(
                                repository, hunks.stream().flatMap(hunk -> Reach.of(repository, hunk.file()).stream())))
                .forEach(tests::add);
        return tests.stream().limit(TESTS).toList();
    }

    private static Stream<TestId> cheapest(PreparedRepository repository, Stream<TestId> tests) {
        return tests.distinct()
                .map(repository::budgeted)
                .sorted(Comparator.comparingLong(TestRun::fuel).thenComparing(TestRun::test))
                .map(TestRun::test);
    }

    /** Names what behaves wrongly and where it may be seen; never what it was. */
    private String statement(List<TestId> tests) {
        String where = hunks.stream()
                .map(hunk -> hunk.changes().getFirst().member().symbol())
                .distinct()
                .collect(Collectors.joining(" and "));
        String seen = tests.stream().limit(NAMED).map(Draft::brief).collect(Collectors.joining(", "));
        return "Something about " + where + " is not as documented. Tests that exercise it, "
                + (tests.size() > NAMED ? "such as " + seen : seen) + ", are a good place to see what is wrong.";
    }

    private static String brief(TestId test) {
        String type = test.className().substring(test.className().lastIndexOf('.') + 1);
        return type + "." + test.method().replaceAll("\\(.*", "");
    }
}
