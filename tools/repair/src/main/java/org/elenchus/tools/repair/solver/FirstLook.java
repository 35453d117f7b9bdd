package org.elenchus.tools.repair.solver;

import java.util.List;
import java.util.stream.IntStream;
import org.elenchus.actors.learning.Policy;
import org.elenchus.actors.port.Problem;
import org.elenchus.actors.port.Sandbox;
import org.elenchus.actors.port.SandboxFault;
import org.elenchus.tools.repair.operators.CandidateEdit;
import org.elenchus.tools.repair.syntax.Outlines;
import org.elenchus.tools.repair.syntax.Place;
import org.elenchus.tools.repair.syntax.SourceFile;
import org.elenchus.tools.repair.syntax.SourceFiles;

/** What the embedded solver has before it when a rollout begins: the places it suspects and the edits at each. Used by one thread. */
public final class FirstLook {
    private final Investigation investigation;
    private final Policy policy;
    private final double[] places;

    private FirstLook(Investigation investigation, Policy policy) {
        this.investigation = investigation;
        this.policy = policy;
        State root = investigation.root();
        this.places = root.suspects().isEmpty()
                ? new double[0]
                : policy.logProbabilities(investigation.choiceSet(root.choiceSet()), new int[0]);
    }

    /** @param sandbox runs a few of the failing tests for what they reach */
    public static FirstLook at(Problem problem, SourceFiles files, Sandbox sandbox, Policy policy) throws SandboxFault {
        return new FirstLook(new Investigation(problem, files, new Outlines(0), new KnownEdits(0), sandbox), policy);
    }

    /**
     * A suspected place.
     *
     * @param index in the choice of a place
     * @param logProbability of choosing it
     */
    public record Spot(int index, String path, SourceFile file, Place place, double logProbability) {}

    /** An edit of a menu. @param logProbability of choosing it, once its place is chosen; @param rank 1 for the likeliest of the menu */
    public record Offer(CandidateEdit edit, double logProbability, int rank) {}

    /** By path and offset. */
    public List<Spot> spots() {
        List<Suspect> suspects = investigation.root().suspects();
        return IntStream.range(0, suspects.size())
                .mapToObj(i -> new Spot(
                        i,
                        suspects.get(i).path(),
                        suspects.get(i).file(),
                        suspects.get(i).place(),
                        places[i]))
                .toList();
    }

    /** The edits at a spot, in the order of enumeration. */
    public List<Offer> menu(Spot spot) {
        Menu menu = investigation.menu(investigation.root(), spot.index());
        if (menu.edits().isEmpty()) {
            return List.of();
        }
        double[] edits = policy.logProbabilities(investigation.choiceSet(menu.choiceSet()), new int[0]);
        return IntStream.range(0, edits.length)
                .mapToObj(i -> new Offer(menu.edits().get(i), edits[i], rank(edits, i)))
                .toList();
    }

    /** Equal ones rank by their order. */
    static int rank(double[] values, int at) {
        int rank = 1;
        for (int i = 0; i < values.length; i++) {
            if (values[i] > values[at] || values[i] == values[at] && i < at) {
                rank++;
            }
        }
        return rank;
    }
}
