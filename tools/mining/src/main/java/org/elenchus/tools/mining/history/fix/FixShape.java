package org.elenchus.tools.mining.history.fix;

import java.util.ArrayList;
import java.util.List;
import org.elenchus.tools.mining.history.diff.Splice;

/** Tells the category of a fix from the units that only the broken state has and those that only the fixed one has. */
public final class FixShape {
    /** A fix of more units than this is a restructuring. */
    static final int FEW_UNITS = 8;

    private static final int VERY_FEW_UNITS = 4;

    private FixShape() {}

    public static Category of(Reversal reversal) {
        List<Splice> splices = reversal.splices();
        List<Unit> broken = Units.on(
                reversal.file().older(), splices.stream().map(Splice::older).toList());
        List<Unit> fixed = Units.on(
                reversal.file().newer(), splices.stream().map(Splice::newer).toList());
        List<Unit> gone = without(broken, fixed);
        List<Unit> come = without(fixed, broken);
        return reversal.support().isEmpty() ? category(gone, come) : atLeastOne(gone, come);
    }

    /** What a helper that went or came makes of a fix. */
    private static Category atLeastOne(List<Unit> gone, List<Unit> come) {
        return gone.size() + come.size() > VERY_FEW_UNITS ? Category.RESTRUCTURING : category(gone, come);
    }

    static Category category(List<Unit> gone, List<Unit> come) {
        if (gone.size() + come.size() > FEW_UNITS) {
            return Category.RESTRUCTURING;
        }
        long asked = gone.stream().filter(Unit::asks).count();
        long asking = come.stream().filter(Unit::asks).count();
        if (asking > asked && gone.size() <= 1) {
            return Category.GUARD_ADDED;
        }
        if (asked > asking && come.size() <= 1) {
            return Category.GUARD_REMOVED;
        }
        if (gone.size() != come.size()) {
            return gone.size() + come.size() > VERY_FEW_UNITS ? Category.RESTRUCTURING : Category.STATEMENT;
        }
        if (gone.isEmpty()) {
            return Category.STATEMENT;
        }
        return pairwise(gone, come);
    }

    private static Category pairwise(List<Unit> gone, List<Unit> come) {
        List<Category> categories = new ArrayList<>();
        for (int i = 0; i < gone.size(); i++) {
            categories.add(
                    gone.get(i).kind() == come.get(i).kind()
                            ? come.get(i).changedFrom(gone.get(i))
                            : Category.STATEMENT);
        }
        if (categories.stream().distinct().count() == 1) {
            return categories.getFirst();
        }
        return gone.size() + come.size() > VERY_FEW_UNITS ? Category.RESTRUCTURING : categories.getFirst();
    }

    private static List<Unit> without(List<Unit> units, List<Unit> others) {
        List<Unit> rest = new ArrayList<>(units);
        others.forEach(rest::remove);
        return rest;
    }
}
