package org.elenchus.tools.mining.history.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import org.elenchus.actors.port.PreparedRepository;
import org.elenchus.actors.port.SandboxFault;
import org.elenchus.protocol.repository.TestId;
import org.elenchus.tools.mining.history.diff.Change;
import org.elenchus.tools.mining.history.diff.FileDiff;
import org.elenchus.tools.mining.history.fix.Reversal;

/**
 * Searches one file for reversals that make a test fail which the older release fails: each change alone, then those of a member together,
 * then those of the file. What was found alone takes no part in what comes after, and what is found together is made as small as it can be, so
 * no two findings share a changed line.
 */
final class FileSearch {
    /** More changes than these are not taken together: what could be found would be no single fix. */
    private static final int TOGETHER = 24;

    private final FileDiff file;
    private final PreparedRepository newer;
    private final SortedSet<TestId> older;
    private final Trials trials;
    private final Judge judge;
    private final BooleanSupplier spent;
    private final Set<Change> found = new LinkedHashSet<>();
    private final Set<Set<Change>> judged = new HashSet<>();

    /** Decides about a reversal that made a test fail which the older release fails. */
    interface Judge {
        /** @return whether it was taken, so that its changes are used up */
        boolean taken(Reversal reversal, SortedSet<TestId> reaching) throws SandboxFault;
    }

    /** @param older tests that fail on the whole older release, by behaviour */
    FileSearch(
            FileDiff file,
            PreparedRepository newer,
            SortedSet<TestId> older,
            Trials trials,
            Judge judge,
            BooleanSupplier spent) {
        this.file = file;
        this.newer = newer;
        this.older = older;
        this.trials = trials;
        this.judge = judge;
        this.spent = spent;
    }

    void search() throws SandboxFault {
        if (Collections.disjoint(Reach.of(newer, file), older)) {
            return;
        }
        for (List<Change> member : file.changes().values()) {
            for (Change change : member) {
                consider(List.of(change));
            }
        }
        for (List<Change> member : file.changes().values()) {
            together(member);
        }
        for (Map.Entry<String, Change> whole : file.wholes().entrySet()) {
            if (isUntouched(whole.getValue())) {
                consider(List.of(whole.getValue()));
            }
        }
        together(file.all());
    }

    private boolean isUntouched(Change change) {
        return found.stream()
                .noneMatch(other -> other.member().key().equals(change.member().key()));
    }

    private void together(List<Change> changes) throws SandboxFault {
        List<Change> rest = changes.stream()
                .filter(change -> !found.contains(change))
                .filter(change ->
                        !change.splice().newer().equals(change.member().lines()) || isUntouched(change))
                .toList();
        if (rest.size() > 1 && rest.size() <= TOGETHER) {
            consider(rest);
        }
    }

    /** Takes the least that brings a failure back; where that breaks more than the older release does, the least that breaks no more. */
    private void consider(List<Change> changes) throws SandboxFault {
        if (spent.getAsBoolean() || !breaks(changes, false)) {
            return;
        }
        List<Change> few = smallest(changes, false);
        if (!taken(few) && few.size() < changes.size() && breaks(changes, true)) {
            taken(smallest(changes, true));
        }
    }

    private boolean taken(List<Change> changes) throws SandboxFault {
        if (!judged.add(Set.copyOf(changes))) {
            return false;
        }
        boolean taken = judge.taken(Reversal.of(file, changes), Reach.of(newer, file, changes));
        if (taken) {
            found.addAll(changes);
        }
        return taken;
    }

    /** @param onlySo whether nothing may fail that does not fail on the older release */
    private boolean breaks(Collection<Change> changes, boolean onlySo) throws SandboxFault {
        SortedSet<TestId> reaching = Reach.of(newer, file, changes);
        SortedSet<TestId> telling = new TreeSet<>(reaching);
        telling.retainAll(older);
        return !telling.isEmpty()
                && trials.run(Reversal.of(file, List.copyOf(changes)).patch(), onlySo ? reaching : telling)
                        instanceof Trials.Trial.Ran(var failing)
                && !failing.isEmpty()
                && (!onlySo || older.containsAll(failing));
    }

    /** Leaves out what is not needed: first halves, then ever smaller parts (delta debugging). */
    private List<Change> smallest(List<Change> changes, boolean onlySo) throws SandboxFault {
        List<Change> kept = changes;
        for (int size = kept.size() / 2; size >= 1; size /= 2) {
            Optional<List<Change>> smaller = without(kept, size, onlySo);
            while (smaller.isPresent()) {
                kept = smaller.get();
                smaller = without(kept, size, onlySo);
            }
        }
        return kept;
    }

    /** The changes without a run of so many that is not needed. */
    private Optional<List<Change>> without(List<Change> changes, int size, boolean onlySo) throws SandboxFault {
        for (int from = 0; from < changes.size() && changes.size() > size && !spent.getAsBoolean(); from += size) {
            List<Change> rest = new ArrayList<>(changes);
            rest.subList(from, Math.min(from + size, rest.size())).clear();
            if (!rest.isEmpty() && breaks(rest, onlySo)) {
                return Optional.of(rest);
            }
        }
        return Optional.empty();
    }
}
