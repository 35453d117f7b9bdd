package org.elenchus.tools.cli.bench.reach;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.elenchus.actors.grading.Problems;
import org.elenchus.actors.learning.Policy;
import org.elenchus.actors.port.PreparedRepository;
import org.elenchus.actors.port.Problem;
import org.elenchus.actors.port.Repositories;
import org.elenchus.actors.port.RepositoryFault;
import org.elenchus.actors.port.Sandbox;
import org.elenchus.actors.port.SandboxFault;
import org.elenchus.protocol.repository.RepositoryCoordinate;
import org.elenchus.tools.cli.mine.MinePlace;
import org.elenchus.tools.mining.history.record.RealBug;
import org.elenchus.tools.mining.history.search.Recreation;
import org.elenchus.tools.mining.history.search.Recreation.Made;
import org.elenchus.tools.repair.mending.Mend;
import org.elenchus.tools.repair.mending.Wanted;
import org.elenchus.tools.repair.solver.EmbeddedSolver;
import org.elenchus.tools.repair.solver.FirstLook;
import org.elenchus.tools.repair.syntax.Place;
import org.elenchus.tools.repair.syntax.SourceFile;
import org.elenchus.tools.repair.syntax.SourceFiles;
import org.elenchus.tools.repair.syntax.Surroundings;
import org.elenchus.tools.sandbox.SlotPool;

/** Reach of real bugs: each becomes the task it is elsewhere, passes the gates, and is looked at as the solver would. */
public final class RealBugReach {
    private static final long PARSED_CHARACTERS = 3_000_000;

    private final MinePlace place;
    private final Policy policy = new Policy(new EmbeddedSolver().basePolicy().weights());

    public RealBugReach(MinePlace place) {
        this.place = place;
    }

    /** @return by id; what could not be made a task here is left out, and said */
    public List<RealFix> measure(List<RealBug> bugs, int slots, Consumer<String> remarks)
            throws SandboxFault, InterruptedException {
        List<Made> all = new Recreation(place::repositories, place.olderSources(), place.artifacts(), place.sandboxes())
                .run(bugs, slots, new Recreation.Listener() {
                    @Override
                    public void began(RepositoryCoordinate release, int count) {
                        remarks.accept(release.value() + ": " + count + (count == 1 ? " bug" : " bugs"));
                    }

                    @Override
                    public void made(Made made) {
                        if (made instanceof Made.Not not) {
                            remarks.accept("  " + not.bug().id() + ": " + not.why());
                        }
                    }
                });
        Map<RepositoryCoordinate, List<Made.Valid>> byRelease = all.stream()
                .filter(Made.Valid.class::isInstance)
                .map(Made.Valid.class::cast)
                .collect(Collectors.groupingBy(made -> made.bug().pair().newer()));
        ConcurrentLinkedQueue<RealFix> fixes = new ConcurrentLinkedQueue<>();
        SlotPool.each(byRelease.entrySet(), slots, place.sandboxes(), (release, sandbox) -> {
            try {
                Repositories prepared = place.repositories();
                PreparedRepository newer = prepared.open(
                        prepared.prepare(release.getKey(), sandbox).snapshot());
                for (Made.Valid made : release.getValue()) {
                    fixes.add(look(made, newer, sandbox));
                }
            } catch (RepositoryFault e) {
                remarks.accept(release.getKey().value() + " is left out: " + e.getMessage());
            }
        });
        return fixes.stream().sorted(Comparator.comparing(RealFix::task)).toList();
    }

    private RealFix look(Made.Valid made, PreparedRepository newer, Sandbox sandbox) throws SandboxFault {
        RealBug bug = made.bug();
        String path = bug.path();
        Problem problem = Problems.of(made.task(), newer);
        String broken = problem.workspace().source(path);
        String fixed = newer.source(path);
        Mend.Reading reading = Mend.of(
                Map.of(path, broken),
                Map.of(path, fixed),
                file -> Surroundings.of(file, broken, problem.workspace().files(), problem.workspace()::source));
        FirstLook look = FirstLook.at(problem, new SourceFiles(PARSED_CHARACTERS), sandbox, policy);
        Set<Integer> suspected = look.spots().stream()
                .filter(spot -> spot.path().equals(path))
                .map(spot -> spot.place().index())
                .collect(Collectors.toSet());
        boolean near = SourceFile.parse(broken)
                .map(file -> new Wanted(file, fixed)
                        .near().stream().map(Place::index).anyMatch(suspected::contains))
                .orElse(false);
        boolean led = reading.made().stream()
                .findFirst()
                .filter(found -> suspected.contains(found.place().index()))
                .isPresent();
        return new RealFix(
                bug.id(),
                bug.category().words(),
                reading,
                Optional.of(new RealFix.Localised(look.spots().size(), near, led)));
    }
}
