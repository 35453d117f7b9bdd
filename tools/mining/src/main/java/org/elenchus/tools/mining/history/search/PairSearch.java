package org.elenchus.tools.mining.history.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.elenchus.actors.gates.Gates;
import org.elenchus.actors.port.Artifacts;
import org.elenchus.actors.port.PreparedRepository;
import org.elenchus.actors.port.Repositories;
import org.elenchus.actors.port.RepositoryFault;
import org.elenchus.actors.port.Sandbox;
import org.elenchus.actors.port.SandboxFault;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.repository.TestId;
import org.elenchus.protocol.task.CandidateTask;
import org.elenchus.protocol.task.Task;
import org.elenchus.protocol.task.Verdict;
import org.elenchus.tools.mining.history.OlderSources;
import org.elenchus.tools.mining.history.ReleasePair;
import org.elenchus.tools.mining.history.diff.FileDiff;
import org.elenchus.tools.mining.history.fix.Reversal;
import org.elenchus.tools.mining.history.record.MinedTasks;
import org.elenchus.tools.mining.history.record.RealBug;

/** Searches one pair of releases. Thread-safe; a sandbox per call. */
public final class PairSearch {
    private final Supplier<Repositories> repositories;
    private final OlderSources sources;
    private final WholeOlder wholeOlder;
    private final Artifacts artifacts;

    /** @param repositories opens what is prepared; asked per pair, since what it opens it keeps in memory */
    public PairSearch(
            Supplier<Repositories> repositories, OlderSources sources, WholeOlder wholeOlder, Artifacts artifacts) {
        this.repositories = repositories;
        this.sources = sources;
        this.wholeOlder = wholeOlder;
        this.artifacts = artifacts;
    }

    /**
     * Everything the pair has to offer. A pair that cannot be searched says so in its note.
     *
     * @param spent whether the time for this pair is over; what was found by then is kept
     */
    public Found search(ReleasePair pair, Sandbox sandbox, BooleanSupplier spent) throws SandboxFault {
        try {
            Repositories prepared = repositories.get();
            PreparedRepository newer =
                    prepared.open(prepared.prepare(pair.newer(), sandbox).snapshot());
            SortedSet<TestId> failing = failingOnOlder(pair, newer, sandbox, spent);
            Found found = new Session(pair, newer, failing, sandbox, spent).found(sources.of(pair.older()));
            if (pair.newer().isGit() && found.bugs().isEmpty()) {
                // Nobody asks for a commit that gave nothing, and there are many.
                wholeOlder.discard(newer.summary().snapshot());
            }
            return found;
        } catch (RepositoryFault e) {
            return Found.nothing(pair, String.valueOf(e.getMessage()));
        }
    }

    private SortedSet<TestId> failingOnOlder(
            ReleasePair pair, PreparedRepository newer, Sandbox sandbox, BooleanSupplier spent)
            throws RepositoryFault, SandboxFault {
        Digest older = wholeOlder.build(pair, newer.summary().snapshot(), sandbox);
        try {
            return OlderRun.failing(older, newer, sandbox, spent);
        } finally {
            wholeOlder.discard(older);
        }
    }

    /** The search in one pair. */
    private final class Session {
        private final ReleasePair pair;
        private final PreparedRepository newer;
        private final SortedSet<TestId> older;
        private final Sandbox sandbox;
        private final BooleanSupplier spent;
        private final Trials trials;
        private final List<RealBug> bugs = new ArrayList<>();
        private int refusedByGates;

        Session(
                ReleasePair pair,
                PreparedRepository newer,
                SortedSet<TestId> older,
                Sandbox sandbox,
                BooleanSupplier spent) {
            this.pair = pair;
            this.newer = newer;
            this.older = older;
            this.sandbox = sandbox;
            this.spent = spent;
            this.trials = new Trials(newer, sandbox);
        }

        Found found(SortedMap<String, String> olderSources) throws SandboxFault {
            int files = 0;
            int changes = 0;
            for (String path : newer.files()) {
                Optional<FileDiff> diff = Optional.ofNullable(olderSources.get(path))
                        .filter(text -> !text.equals(newer.source(path)))
                        .flatMap(text -> FileDiff.of(path, newer.source(path), text))
                        .filter(file -> !file.isEmpty());
                if (diff.isPresent()) {
                    files++;
                    changes += diff.get().all().size();
                    new FileSearch(diff.get(), newer, older, trials, this::judged, spent).search();
                }
            }
            return new Found(
                    Found.RULES,
                    pair,
                    newer.tests().size(),
                    older.size(),
                    files,
                    changes,
                    trials.executed(),
                    trials.refused(),
                    refusedByGates,
                    bugs,
                    spent.getAsBoolean() ? "the time for this pair was over before all changes were tried" : "");
        }

        private boolean judged(Reversal reversal, SortedSet<TestId> reaching) throws SandboxFault {
            if (!(trials.run(reversal.patch(), reaching) instanceof Trials.Trial.Ran(var failing))) {
                return false;
            }
            CandidateTask candidate = MinedTasks.of(pair, reversal, newer, failing);
            return switch (new Gates(artifacts).judge(candidate, newer, sandbox)) {
                case Verdict.Valid valid -> {
                    Task task = artifacts.get(valid.task(), Task.class);
                    SortedSet<TestId> foreign = new TreeSet<>(failing);
                    foreign.removeAll(older);
                    bugs.add(RealBug.of(pair, reversal, task, foreign.isEmpty()));
                    yield foreign.isEmpty();
                }
                case Verdict.Rejected rejected -> {
                    refusedByGates++;
                    yield false;
                }
                case Verdict.Undecided undecided -> false;
            };
        }
    }
}
