package org.elenchus.tools.mining.history.reversion;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.elenchus.actors.port.Draws;
import org.elenchus.protocol.DrawKey;

/**
 * What may be taken back, in drawn order: every hunk alone, then the changes of one member together, then two hunks that one test may
 * notice. Lazy: pairs are many.
 */
final class Drafts {
    /** Pairs looked at; what fits no better by then is left. */
    private static final int PAIRS = 20_000;

    private Drafts() {}

    static Stream<Draft> drawn(Hunks hunks, DrawKey key) {
        List<Hunk> single = Draws.shuffled(hunks.single(), key.at("single"));
        List<Hunk> joint = Draws.shuffled(hunks.joint(), key.at("joint"));
        return Stream.concat(Stream.concat(single.stream(), joint.stream()).map(List::of), pairs(single))
                .map(Draft::new)
                .filter(Draft::isJava);
    }

    /** Each with its neighbour, then with the next but one: no hunk comes much more often than others. */
    private static Stream<List<Hunk>> pairs(List<Hunk> hunks) {
        return IntStream.range(1, Math.max(1, hunks.size()))
                .boxed()
                .flatMap(apart -> IntStream.range(0, hunks.size() - apart)
                        .mapToObj(i -> List.of(hunks.get(i), hunks.get(i + apart))))
                .limit(PAIRS)
                .filter(pair -> !pair.getFirst().shares(pair.getLast())
                        && pair.getFirst().isNoticedWith(pair.getLast()));
    }
}
