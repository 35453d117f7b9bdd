package org.elenchus.tools.cli.solve;

import java.util.Comparator;
import java.util.List;
import org.elenchus.protocol.repository.TestId;
import org.elenchus.protocol.task.Patch;

/**
 * A patch that was executed.
 *
 * @param mended failing tests that pass with it; @param unmended those that still fail
 * @param kept tests that passed before and still do; @param spoilt those that no longer do
 * @param found in how many rollouts it was handed in
 */
public record Repair(
        Patch patch, List<TestId> mended, List<TestId> unmended, List<TestId> kept, List<TestId> spoilt, int found) {
    /** Whole repairs first, then what mends more, spoils less, was found more often, and changes less. */
    static final Comparator<Repair> BEST_FIRST = Comparator.comparing((Repair r) -> !r.isWhole())
            .thenComparing(
                    Comparator.comparingInt((Repair r) -> r.mended().size()).reversed())
            .thenComparingInt(r -> r.spoilt().size())
            .thenComparing(Comparator.comparingInt(Repair::found).reversed())
            .thenComparingInt(Repair::size)
            .thenComparing(r -> r.patch().toString());

    public Repair {
        mended = List.copyOf(mended);
        unmended = List.copyOf(unmended);
        kept = List.copyOf(kept);
        spoilt = List.copyOf(spoilt);
    }

    /** Every test that was asked for passes, and none that passed before fails. */
    public boolean isWhole() {
        return unmended.isEmpty() && spoilt.isEmpty();
    }

    /** Characters taken away and put in. */
    private int size() {
        return patch.edits().stream()
                .mapToInt(edit -> edit.removed().length() + edit.inserted().length())
                .sum();
    }
}
