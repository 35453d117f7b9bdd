package org.elenchus.tools.mining.history.record;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.ArrayList;
import java.util.List;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.task.Mutation;
import org.elenchus.protocol.task.Task;
import org.elenchus.tools.mining.history.Lineage;
import org.elenchus.tools.mining.history.ReleasePair;
import org.elenchus.tools.mining.history.diff.Member;
import org.elenchus.tools.mining.history.diff.SourceShape;
import org.elenchus.tools.mining.history.fix.Category;
import org.elenchus.tools.mining.history.fix.FixShape;
import org.elenchus.tools.mining.history.fix.Level;
import org.elenchus.tools.mining.history.fix.Reversal;

/**
 * A bug that people mended between two releases, as a task.
 *
 * @param id {@code artifact/to/Type.member/digest}
 * @param from the older release, which had the bug
 * @param to the newer one, which mended it
 * @param path main source file
 * @param symbol where the first change is, {@code Type.member}
 * @param line of the newer release
 * @param pieces in order of the text; taking all of them back brings the bug back
 * @param fixRemoved lines the human fix removed
 * @param fixAdded lines it added
 * @param failToPass tests that fail with the bug
 * @param genuine whether every one of them also fails, by behaviour, on the whole older release
 */
public record RealBug(
        String id,
        Lineage library,
        String from,
        String to,
        Level level,
        Category category,
        String path,
        String symbol,
        int line,
        List<Piece> pieces,
        int fixRemoved,
        int fixAdded,
        List<SeenFailure> failToPass,
        boolean genuine) {
    public RealBug {
        pieces = List.copyOf(pieces);
        failToPass = List.copyOf(failToPass);
    }

    /** @param task as the gates accepted it */
    public static RealBug of(ReleasePair pair, Reversal reversal, Task task, boolean genuine) {
        SourceShape newer = reversal.file().newer();
        SourceShape older = reversal.file().older();
        List<Piece> pieces = reversal.splices().stream()
                .map(splice -> Piece.of(splice, newer.lines(), older.lines()))
                .toList();
        Member first = reversal.changes().getFirst().member();
        return new RealBug(
                id(pair, first.symbol(), reversal.file().path(), pieces),
                pair.library(),
                pair.from(),
                pair.to(),
                reversal.level(),
                FixShape.of(reversal),
                reversal.file().path(),
                first.symbol(),
                place(reversal, newer),
                pieces,
                pieces.stream().mapToInt(piece -> piece.older().count()).sum(),
                pieces.stream().mapToInt(piece -> piece.newer().count()).sum(),
                task.observed().stream().map(SeenFailure::of).toList(),
                genuine);
    }

    private static int place(Reversal reversal, SourceShape newer) {
        int line = reversal.changes().getFirst().splice().newer().first();
        return Math.min(line, newer.lines().count());
    }

    private static String id(ReleasePair pair, String symbol, String path, List<Piece> pieces) {
        List<String> parts = new ArrayList<>(List.of(pair.library().identity(pair.to()), pair.from(), path));
        pieces.forEach(piece -> parts.addAll(List.of(
                Integer.toString(piece.newer().first()),
                piece.removed().hex(),
                piece.inserted().hex())));
        return pair.library().shortName() + "/" + pair.library().shown(pair.to()) + "/" + symbol + "/"
                + Digest.ofParts(parts).brief().substring(0, 8);
    }

    public ReleasePair pair() {
        return new ReleasePair(library, from, to);
    }

    /** Whether the fix is one run of lines. */
    @JsonIgnore
    public boolean isSingleHunk() {
        return pieces.size() == 1;
    }

    Mutation mutation() {
        return new Mutation(MinedTasks.OPERATOR, category.label(), path, line, symbol);
    }
}
