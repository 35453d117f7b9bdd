package org.elenchus.tools.mining.history.search;

import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;
import org.elenchus.actors.port.PreparedRepository;
import org.elenchus.protocol.repository.TestId;
import org.elenchus.tools.mining.history.diff.Change;
import org.elenchus.tools.mining.history.diff.FileDiff;
import org.elenchus.tools.mining.history.diff.LineRange;
import org.elenchus.tools.mining.history.diff.Member;

/** The trusted tests that may notice changes: those that reach a changed body at all, or the file where it is set up elsewhere. */
public final class Reach {
    private Reach() {}

    public static SortedSet<TestId> of(PreparedRepository repository, FileDiff file, Collection<Change> changes) {
        SortedSet<TestId> tests = new TreeSet<>();
        for (Change change : changes) {
            Member member = change.member();
            SortedSet<TestId> inside =
                    member.kind() == Member.Kind.BODY ? inside(repository, file, member) : new TreeSet<>();
            tests.addAll(inside.isEmpty() ? of(repository, file) : inside);
        }
        return tests;
    }

    /** Those that reach a line of a member. */
    public static SortedSet<TestId> inside(PreparedRepository repository, FileDiff file, Member member) {
        return on(repository, file.path(), member.lines());
    }

    /** All that reach the file. */
    public static SortedSet<TestId> of(PreparedRepository repository, FileDiff file) {
        return on(repository, file.path(), new LineRange(1, file.newer().lines().count()));
    }

    private static SortedSet<TestId> on(PreparedRepository repository, String path, LineRange lines) {
        SortedSet<TestId> tests = new TreeSet<>();
        for (int line = lines.first(); line < lines.next(); line++) {
            tests.addAll(repository.testsReaching(path, line));
        }
        return tests;
    }
}
