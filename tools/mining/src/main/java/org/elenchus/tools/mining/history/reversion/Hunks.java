package org.elenchus.tools.mining.history.reversion;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.elenchus.actors.port.PreparedRepository;
import org.elenchus.protocol.repository.TestId;
import org.elenchus.tools.mining.history.diff.Change;
import org.elenchus.tools.mining.history.diff.FileDiff;
import org.elenchus.tools.mining.history.diff.Member;
import org.elenchus.tools.mining.history.search.Reach;

/**
 * What of a release can be taken back and be noticed, in order of the text.
 *
 * @param single each change of a member's inside, and each member of which more changed
 * @param joint all changes inside one member, where there are several
 */
record Hunks(List<Hunk> single, List<Hunk> joint) {
    /** More changes of one member than these are no hunk any more. */
    private static final int TOGETHER = 24;

    Hunks {
        single = List.copyOf(single);
        joint = List.copyOf(joint);
    }

    /** @param older main sources of the release before, path → text */
    static Hunks of(PreparedRepository newer, Map<String, String> older) {
        List<Hunk> single = new ArrayList<>();
        List<Hunk> joint = new ArrayList<>();
        newer.files().stream().flatMap(path -> diff(newer, older, path)).forEach(file -> {
            for (List<Change> member : file.changes().values()) {
                member.forEach(change -> add(single, newer, file, List.of(change)));
                if (member.size() > 1 && member.size() <= TOGETHER) {
                    add(joint, newer, file, member);
                }
            }
            file.wholes().values().forEach(whole -> add(single, newer, file, List.of(whole)));
        });
        return new Hunks(single, joint);
    }

    private static Stream<FileDiff> diff(PreparedRepository newer, Map<String, String> older, String path) {
        return Stream.ofNullable(older.get(path))
                .filter(text -> !text.equals(newer.source(path)))
                .flatMap(text -> FileDiff.of(path, newer.source(path), Objects.requireNonNull(text)).stream())
                .filter(file -> !file.isEmpty());
    }

    private static void add(List<Hunk> hunks, PreparedRepository newer, FileDiff file, List<Change> changes) {
        // They are of one member.
        Member member = changes.getFirst().member();
        SortedSet<TestId> tests =
                member.kind() == Member.Kind.BODY ? Reach.inside(newer, file, member) : Reach.of(newer, file, changes);
        if (!tests.isEmpty()) {
            hunks.add(new Hunk(file, changes, tests));
        }
    }
}
