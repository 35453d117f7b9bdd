package org.elenchus.tools.repair.secondorder;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.elenchus.actors.port.PreparedRepository;
import org.elenchus.actors.port.TaskAuthor.Commission;
import org.elenchus.protocol.execution.TestRun;
import org.elenchus.protocol.repository.TestId;
import org.elenchus.protocol.task.CandidateTask;
import org.elenchus.protocol.task.Mutation;
import org.elenchus.protocol.task.Task;
import org.elenchus.protocol.task.TextEdit;
import org.elenchus.tools.repair.syntax.SourceFile;

/** A failed patch as a candidate of its own: what has to be restored is the original, as for every task. Pure. */
final class Sequel {
    /** Says that a mutation is what an attempt left behind. */
    static final String OPERATOR = "failed-patch";

    /** Tests named: those of the task it follows, and the cheapest that reach what the attempt changed. */
    private static final int TESTS = 200;

    private final PreparedRepository repository;
    private final FailedPatch patch;

    Sequel(PreparedRepository repository, FailedPatch patch) {
        this.repository = repository;
        this.patch = patch;
    }

    CandidateTask task(Commission commission, int number) {
        Task task = patch.task();
        List<Mutation> mutations = new ArrayList<>(task.mutations());
        mutations.add(left());
        return new CandidateTask(
                commission.candidateId(number),
                commission.pool(),
                repository.summary().coordinate(),
                repository.summary().snapshot(),
                commission.skill().id(),
                patch.whole(),
                mutations,
                task.statement() + " An attempt to mend it was no success, and its change is still there.",
                tests());
    }

    private Mutation left() {
        String path = patch.last().path();
        int line = line();
        String symbol = SourceFile.parse(repository.source(path)).stream()
                .flatMap(file -> file.places().stream())
                .filter(place -> place.firstLine() <= line && line <= place.lastLine())
                .map(place -> place.method().symbol())
                .findFirst()
                .orElse(patch.task().mutations().getFirst().symbol());
        return new Mutation(OPERATOR, patch.context(), path, line, symbol);
    }

    /** The line of the original that the first edit lies at which is not one of the task's own. */
    private int line() {
        Set<TextEdit> own = Set.copyOf(patch.task().breaking().edits());
        int offset = patch.whole().edits().stream()
                .filter(edit -> edit.path().equals(patch.last().path()) && !own.contains(edit))
                .mapToInt(TextEdit::offset)
                .findFirst()
                .orElse(0);
        return lineAt(repository.source(patch.last().path()), offset);
    }

    private List<TestId> tests() {
        Set<TestId> tests = new LinkedHashSet<>();
        patch.task().verifier().failToPass().stream().map(TestRun::test).forEach(tests::add);
        reaching().forEach(tests::add);
        patch.task().verifier().passToPass().stream().map(TestRun::test).forEach(tests::add);
        return tests.stream().limit(TESTS).toList();
    }

    /** Those that reach a line that is no longer the original's, the cheapest first. */
    private Stream<TestId> reaching() {
        return patch.whole().edits().stream()
                .flatMap(edit -> {
                    String source = repository.source(edit.path());
                    int last = lineAt(source, edit.offset() + edit.removed().length());
                    return Stream.iterate(lineAt(source, edit.offset()), line -> line <= last, line -> line + 1)
                            .flatMap(line -> repository.testsReaching(edit.path(), line).stream());
                })
                .distinct()
                .map(repository::budgeted)
                .sorted(Comparator.comparingLong(TestRun::fuel).thenComparing(TestRun::test))
                .map(TestRun::test);
    }

    private static int lineAt(String text, int offset) {
        return (int) text.substring(0, offset).chars().filter(c -> c == '\n').count() + 1;
    }
}
