package org.elenchus.actors.slot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.elenchus.actors.gates.Gates;
import org.elenchus.actors.learning.Policy;
import org.elenchus.actors.port.PreparedRepository;
import org.elenchus.actors.port.Repositories;
import org.elenchus.actors.port.RepositoryFault;
import org.elenchus.actors.port.Sandbox;
import org.elenchus.actors.port.SandboxFault;
import org.elenchus.actors.port.TaskAuthor.Commission;
import org.elenchus.actors.testing.FakeRepositories;
import org.elenchus.actors.testing.FakeRepository;
import org.elenchus.actors.wiring.TinyWorld;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.DrawKey;
import org.elenchus.protocol.repository.RepositoryCoordinate;
import org.elenchus.protocol.repository.RepositorySummary;
import org.elenchus.protocol.skill.BuiltInSkills;
import org.elenchus.protocol.task.Pool;
import org.elenchus.protocol.task.Verdict;
import org.elenchus.protocol.trace.Trace;
import org.elenchus.protocol.trace.TraceGroup;
import org.junit.jupiter.api.Test;

class WorkshopTest {
    private final TinyWorld world = new TinyWorld("alpha");
    private final Workbench bench = world.workbench();
    private final Workshop workshop = new Workshop(bench, new Gates(bench.artifacts())::judge);

    private Verdict.Valid judged() throws Exception {
        var candidate = bench.author()
                .propose(
                        new Commission(
                                "plant/0",
                                Pool.TRAIN,
                                world.repositories.get(0),
                                BuiltInSkills.UNGUIDED,
                                1,
                                Set.of(),
                                DrawKey.of(1, "t")),
                        new Policy(new double[3]))
                .candidates()
                .get(0);
        var result = workshop.perform(
                new Work.JudgeCandidate("w", candidate.id(), bench.artifacts().put(candidate)),
                bench.sandboxes().open());
        return (Verdict.Valid) ((WorkResult.CandidateJudged) result).verdict();
    }

    private WorkResult.GroupAttempted attempted(Verdict.Valid task) throws Exception {
        return attempted(workshop, task);
    }

    private WorkResult.GroupAttempted attempted(Workshop workshop, Verdict.Valid task) throws Exception {
        Digest policy = bench.artifacts().put(bench.solver().basePolicy());
        return (WorkResult.GroupAttempted) workshop.perform(
                new Work.AttemptTask("w", "collecting/1/0/t", task.candidate(), task.task(), policy, 8, 1, 5),
                bench.sandboxes().open());
    }

    @Test
    void a_group_is_graded_apart_and_stored_with_what_it_was_drawn_from() throws Exception {
        WorkResult.GroupAttempted attempted = attempted(judged());
        TraceGroup group = bench.artifacts().get(attempted.group().artifact(), TraceGroup.class);
        assertThat(group.policy()).isEqualTo(attempted.policy());
        assertThat(group.traces())
                .extracting(Trace::id)
                .startsWith("collecting/1/0/t/0", "collecting/1/0/t/1")
                .hasSize(8);
        assertThat(group.traces()).extracting(Trace::task).containsOnly("plant/0/00");
        assertThat(attempted.group().solved())
                .isEqualTo((int) group.traces().stream().filter(Trace::isSolved).count())
                .isBetween(1, 7);
    }

    @Test
    void the_same_attempt_gives_the_same_artifact() throws Exception {
        Verdict.Valid task = judged();
        assertThat(attempted(task)).isEqualTo(attempted(task));
    }

    @Test
    void a_repository_that_is_gone_is_prepared_again() throws Exception {
        Verdict.Valid task = judged();
        AtomicBoolean gone = new AtomicBoolean(true);
        Repositories found = bench.repositories();
        Repositories lost = new Repositories() {
            @Override
            public RepositorySummary prepare(RepositoryCoordinate coordinate, Sandbox sandbox)
                    throws RepositoryFault, SandboxFault {
                gone.set(false);
                return found.prepare(coordinate, sandbox);
            }

            @Override
            public PreparedRepository open(Digest snapshot) {
                if (gone.get()) {
                    throw new IllegalArgumentException("never prepared here");
                }
                return found.open(snapshot);
            }
        };
        assertThat(attempted(new Workshop(with(lost), new Gates(bench.artifacts())::judge), task))
                .isEqualTo(attempted(task));
        assertThat(gone).isFalse();
    }

    @Test
    void a_repository_that_is_gone_and_cannot_be_prepared_again_is_a_fault_and_no_outcome() throws Exception {
        Verdict.Valid task = judged();
        Repositories other = new FakeRepositories(new TinyWorld("beta").repositories.get(0));

        assertThatThrownBy(() -> attempted(new Workshop(with(other), new Gates(bench.artifacts())::judge), task))
                .isInstanceOf(SandboxFault.class)
                .hasMessageContainingAll("cannot be prepared again", "check its name");
    }

    @Test
    void a_folder_that_has_changed_is_a_fault_and_no_outcome() throws Exception {
        Verdict.Valid task = judged();
        Repositories changed = new FakeRepositories(FakeRepository.named("maven:org.example:alpha:1.0")
                .file("org/alpha/Sums.java", "class Sums {}")
                .build());

        assertThatThrownBy(() -> attempted(new Workshop(with(changed), new Gates(bench.artifacts())::judge), task))
                .isInstanceOf(SandboxFault.class)
                .hasMessageContaining("maven:org.example:alpha:1.0 is not what the run has prepared any more");
    }

    private Workbench with(Repositories repositories) {
        return new Workbench(
                repositories, bench.sandboxes(), bench.solver(), bench.author(), bench.distiller(), bench.artifacts());
    }

    @Test
    void a_repository_that_cannot_be_used_is_a_result_not_a_fault() throws Exception {
        assertThat(workshop.perform(
                        new Work.PrepareRepository("w", new RepositoryCoordinate("maven:org.example:nowhere:1")),
                        bench.sandboxes().open()))
                .isEqualTo(new WorkResult.RepositoryUnusable(
                        "w", "there is no maven:org.example:nowhere:1; check its name"));
    }
}
