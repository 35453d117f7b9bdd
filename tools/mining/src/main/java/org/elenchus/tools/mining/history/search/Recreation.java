package org.elenchus.tools.mining.history.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.elenchus.actors.gates.Gates;
import org.elenchus.actors.port.Artifacts;
import org.elenchus.actors.port.PreparedRepository;
import org.elenchus.actors.port.Repositories;
import org.elenchus.actors.port.RepositoryFault;
import org.elenchus.actors.port.Sandbox;
import org.elenchus.actors.port.SandboxFault;
import org.elenchus.actors.port.Sandboxes;
import org.elenchus.protocol.repository.RepositoryCoordinate;
import org.elenchus.protocol.task.CandidateTask;
import org.elenchus.protocol.task.Pool;
import org.elenchus.protocol.task.Task;
import org.elenchus.protocol.task.Verdict;
import org.elenchus.tools.mining.history.OlderSources;
import org.elenchus.tools.mining.history.record.MinedTasks;
import org.elenchus.tools.mining.history.record.RealBug;
import org.elenchus.tools.mining.history.record.Stale;
import org.elenchus.tools.sandbox.SlotPool;

/** Makes the tasks of a list again: digests are compared, patches made, and the gates asked. */
public final class Recreation {
    private final Supplier<Repositories> repositories;
    private final OlderSources sources;
    private final Artifacts artifacts;
    private final Sandboxes sandboxes;

    /** What became of a recorded bug here. */
    public sealed interface Made {
        RealBug bug();

        /** It passed the gates. */
        record Valid(RealBug bug, Task task) implements Made {}

        /** It did not become a task; why, for people. */
        record Not(RealBug bug, String why) implements Made {}
    }

    /** What is heard of it, from any thread. */
    public interface Listener {
        void began(RepositoryCoordinate release, int bugs);

        void made(Made made);
    }

    public Recreation(
            Supplier<Repositories> repositories, OlderSources sources, Artifacts artifacts, Sandboxes sandboxes) {
        this.repositories = repositories;
        this.sources = sources;
        this.artifacts = artifacts;
        this.sandboxes = sandboxes;
    }

    /**
     * @return one result per bug, by id
     * @throws SandboxFault when no sandbox can be opened
     */
    public List<Made> run(Collection<RealBug> bugs, int slots, Listener listener)
            throws SandboxFault, InterruptedException {
        Map<RepositoryCoordinate, List<RealBug>> byRelease = new TreeMap<>();
        bugs.forEach(bug -> byRelease
                .computeIfAbsent(bug.pair().newer(), release -> new ArrayList<>())
                .add(bug));
        ConcurrentLinkedQueue<Made> all = new ConcurrentLinkedQueue<>();
        SlotPool.each(byRelease.entrySet(), slots, sandboxes, (release, sandbox) -> {
            listener.began(release.getKey(), release.getValue().size());
            for (Made made : release(release.getKey(), release.getValue(), sandbox)) {
                all.add(made);
                listener.made(made);
            }
        });
        return all.stream()
                .sorted(Comparator.comparing(made -> made.bug().id()))
                .toList();
    }

    private List<Made> release(RepositoryCoordinate release, List<RealBug> bugs, Sandbox sandbox) {
        List<Made> all = new ArrayList<>();
        try {
            Repositories prepared = repositories.get();
            PreparedRepository newer =
                    prepared.open(prepared.prepare(release, sandbox).snapshot());
            for (RealBug bug : bugs) {
                all.add(made(bug, newer, sandbox));
            }
        } catch (RepositoryFault | SandboxFault e) {
            bugs.stream().skip(all.size()).forEach(bug -> all.add(new Made.Not(bug, String.valueOf(e.getMessage()))));
        }
        return all;
    }

    private Made made(RealBug bug, PreparedRepository newer, Sandbox sandbox) throws SandboxFault {
        try {
            CandidateTask candidate =
                    MinedTasks.of(bug, newer, Pool.TEST, sources.of(bug.pair().older()));
            return switch (new Gates(artifacts).judge(candidate, newer, sandbox)) {
                case Verdict.Valid valid -> new Made.Valid(bug, artifacts.get(valid.task(), Task.class));
                case Verdict.Rejected rejected -> new Made.Not(bug, "refused: " + rejected.reason());
                case Verdict.Undecided undecided -> new Made.Not(bug, "undecided: " + undecided.fault());
            };
        } catch (Stale | RepositoryFault e) {
            return new Made.Not(bug, String.valueOf(e.getMessage()));
        }
    }
}
