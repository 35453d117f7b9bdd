package org.elenchus.actors.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.elenchus.actors.run.Request.Distil;
import org.elenchus.actors.run.Request.Train;
import org.elenchus.actors.run.Simulation.Weather;
import org.elenchus.protocol.Message;
import org.elenchus.protocol.curator.CuratorProtocol;
import org.elenchus.protocol.learning.GeneratorReward;
import org.elenchus.protocol.repository.RepositoryProtocol;
import org.elenchus.protocol.run.EvolutionRunProtocol.GroupMissed;
import org.elenchus.protocol.run.IterationReport;
import org.elenchus.protocol.run.Phase;
import org.elenchus.protocol.skill.BuiltInSkills;
import org.elenchus.protocol.skill.Skill;
import org.elenchus.protocol.skill.SkillId;
import org.elenchus.protocol.skill.SkillProtocol;
import org.elenchus.protocol.solver.SolverProtocol;
import org.elenchus.protocol.trace.GroupRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WholeRunTest {
    @Test
    void a_run_goes_through_its_iterations_and_reports_each() {
        Simulation run = Simulation.calm(Specs.spec(7));
        assertThat(run.started().at().phase()).isEqualTo(Phase.FINISHED);
        assertThat(run.started().reports()).extracting(IterationReport::index).containsExactly(0, 1, 2, 3);
        assertThat(run.started().reports().get(0).asked()).isZero();
        assertThat(run.started().reports())
                .allSatisfy(report -> assertThat(report.heldOut().total()).isPositive());
        assertThat(run.started().curriculum()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void shuffled_doubled_and_lost_replies_and_crashes_leave_the_same_history(long chaosSeed) {
        Simulation calm = Simulation.calm(Specs.spec(7));
        Simulation storm = new Simulation(new ScriptedWorld(), Weather.STORM, chaosSeed).run(Specs.spec(7));
        assertThat(storm.started().reports())
                .as("chaos seed %d", chaosSeed)
                .isEqualTo(calm.started().reports());
        assertThat(storm.history()).as("chaos seed %d", chaosSeed).isEqualTo(calm.history());
        assertThat(storm.state).as("chaos seed %d", chaosSeed).isEqualTo(calm.state);
    }

    @Test
    void a_run_cut_after_any_event_ends_as_if_it_had_not_been() {
        Simulation whole = Simulation.calm(Specs.spec(3));
        for (int length = 1; length < whole.journal.size(); length++) {
            Simulation cut =
                    new Simulation(new ScriptedWorld(), Weather.CALM, 0).resume(whole.journal.subList(0, length));
            assertThat(cut.history()).as("cut after %d events", length).isEqualTo(whole.history());
            assertThat(cut.state).as("cut after %d events", length).isEqualTo(whole.state);
        }
    }

    @Test
    void a_run_that_failed_at_every_request_once_and_was_started_again_finds_out_the_same() {
        Simulation whole = Simulation.calm(Specs.spec(3));
        Simulation broken = new Simulation(new StumblingWorld(), Weather.CALM, 0).run(Specs.spec(3));
        int failures = 0;
        while (broken.started().at().failure().isPresent()) {
            failures++;
            broken.run(Specs.spec(3));
        }
        assertThat(failures).isGreaterThan(20);
        assertThat(broken.history()).isEqualTo(whole.history());
        assertThat(broken.state).isEqualTo(whole.state);
    }

    /** Gives up every request that can be given up when it is asked for the first time. */
    private static final class StumblingWorld extends ScriptedWorld {
        private final Set<String> stumbled = new HashSet<>();

        @Override
        List<Message> answer(Request request) {
            return stumbled.add(request.id()) ? stumble(request) : super.answer(request);
        }

        private List<Message> stumble(Request request) {
            return switch (request) {
                case Request.PrepareRepository r ->
                    List.of(new RepositoryProtocol.Refused(r.repository(), "no network"));
                case Request.OpenSolver r -> List.of(new SolverProtocol.Failed(r.id(), "disk full"));
                case Request.Score r -> List.of(new SolverProtocol.Failed(r.id(), "disk full"));
                case Train r -> List.of(new SolverProtocol.Failed(r.id(), "disk full"));
                case Distil r -> List.of(new CuratorProtocol.Failed(r.id(), "disk full"));
                case Request.Propose r -> List.of(new SkillProtocol.Failed(r.id(), "disk full"));
                case Request.Judge r -> super.answer(r);
                case Request.Attempt r -> super.answer(r);
                case Request.RecordOutcomes r -> super.answer(r);
            };
        }
    }

    @ParameterizedTest
    @EnumSource(GeneratorReward.class)
    void every_candidate_asked_for_is_in_exactly_one_column_of_the_account(GeneratorReward reward) {
        for (long seed = 0; seed < 10; seed++) {
            Simulation run = Simulation.calm(Specs.spec(seed, Specs.POOLS, reward));
            for (IterationReport report : run.started().reports()) {
                int rejected = report.rejected().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum();
                assertThat(report.admitted()
                                + rejected
                                + report.undecided()
                                + report.misaligned()
                                + report.surplus()
                                + report.notProduced())
                        .as("seed %d, %s", seed, report)
                        .isEqualTo(report.asked())
                        .isEqualTo(report.index() == 0 ? 0 : 20);
            }
        }
    }

    @Test
    void no_rollout_of_a_held_out_task_is_ever_distilled_or_trained_on() {
        Simulation run = Simulation.calm(Specs.spec(5));
        Set<String> heldOut = new HashSet<>();
        Stream.concat(run.started().pools().validation().stream(), run.started().pools().test().stream())
                .forEach(task -> heldOut.add(task.id()));
        assertThat(heldOut).isNotEmpty();
        List<GroupRef> learned =
                run.sent.stream().flatMap(WholeRunTest::learnedFrom).toList();
        assertThat(learned).isNotEmpty();
        assertThat(learned).noneMatch(group -> heldOut.contains(group.taskId()));
        assertThat(learned).allMatch(group -> group.taskId().contains("/TRAIN/"));
    }

    private static Stream<GroupRef> learnedFrom(Request request) {
        return switch (request) {
            case Distil distil -> distil.groups().stream();
            case Train train -> train.groups().stream();
            default -> Stream.empty();
        };
    }

    @Test
    void rollouts_the_infrastructure_missed_count_neither_as_solved_nor_as_unsolved() {
        ScriptedWorld faulty = new ScriptedWorld() {
            private String victim = "";

            @Override
            Message attempt(Request.Attempt r) {
                if (victim.isEmpty() && r.id().startsWith("evaluating/1/")) {
                    victim = r.id();
                }
                return r.id().equals(victim)
                        ? new SolverProtocol.Unattempted(r.id(), r.task().id(), "no sandbox")
                        : new SolverProtocol.Attempted(new GroupRef(
                                r.id(), r.task().id(), r.task().task(), r.task().task(), r.rollouts(), 1));
            }
        };
        Simulation run = new Simulation(faulty, Weather.CALM, 0).run(Specs.spec(7));
        var reports = run.started().reports();
        assertThat(reports.get(1).heldOut().tasks())
                .isEqualTo(reports.get(0).heldOut().tasks() - 1);
        assertThat(reports.get(1).heldOut().total())
                .isEqualTo(reports.get(0).heldOut().total() - 2);
        assertThat(run.journal).filteredOn(GroupMissed.class::isInstance).hasSize(1);
    }

    @Test
    void another_seed_gives_another_history() {
        assertThat(Simulation.calm(Specs.spec(1)).history())
                .isNotEqualTo(Simulation.calm(Specs.spec(2)).history());
    }

    @Test
    void trace_groups_are_distilled_once() {
        List<String> distilled = Simulation.calm(Specs.spec(7)).sent.stream()
                .filter(Distil.class::isInstance)
                .flatMap(WholeRunTest::learnedFrom)
                .map(GroupRef::id)
                .toList();
        assertThat(distilled).doesNotHaveDuplicates();
        assertThat(distilled).anyMatch(id -> id.startsWith("scoring/1/"));
        assertThat(distilled).anyMatch(id -> id.startsWith("training/1/2/"));
    }

    @Test
    void a_run_with_given_skills_asks_these_alone_and_neither_collects_nor_distils() {
        List<SkillId> given =
                BuiltInSkills.WRITTEN.stream().map(Skill::id).limit(3).toList();
        Simulation run = Simulation.calm(Specs.given(3, given));

        assertThat(run.started().at().phase()).isEqualTo(Phase.FINISHED);
        assertThat(run.sent).noneMatch(Distil.class::isInstance);
        assertThat(run.sent).extracting(Request::id).noneMatch(id -> id.startsWith("collecting/"));
        Set<SkillId> guided = run.sent.stream()
                .filter(request -> request.id().startsWith("generate/"))
                .map(request -> ((Request.Propose) request).skill())
                .collect(Collectors.toSet());
        assertThat(guided).containsAll(given).contains(SkillId.UNGUIDED).hasSize(4);
    }

    @Test
    void second_order_tasks_alone_are_asked_with_what_the_iteration_before_tried_in_vain() {
        List<SkillId> given = List.of(BuiltInSkills.REMOVAL.id(), BuiltInSkills.SECOND_ORDER.id());
        Simulation run = Simulation.calm(Specs.given(3, given));
        List<Request.Propose> asked = run.sent.stream()
                .filter(Request.Propose.class::isInstance)
                .map(Request.Propose.class::cast)
                .toList();

        assertThat(asked)
                .filteredOn(request -> !request.skill().equals(BuiltInSkills.SECOND_ORDER.id())
                        || request.id().startsWith("generate/1/"))
                .isNotEmpty()
                .allMatch(request -> request.attempted().isEmpty());
        assertThat(asked)
                .filteredOn(request -> request.id().startsWith("generate/2/")
                        && request.skill().equals(BuiltInSkills.SECOND_ORDER.id()))
                .isNotEmpty()
                .allMatch(request -> !request.attempted().isEmpty())
                .flatExtracting(Request.Propose::attempted)
                .as("a group is of one repository")
                .doesNotHaveDuplicates();
    }

    @Test
    void a_run_without_guidance_mutates_anything() {
        Simulation run = Simulation.calm(Specs.given(3, List.of(SkillId.UNGUIDED)));

        assertThat(run.sent)
                .filteredOn(request -> request.id().startsWith("generate/"))
                .isNotEmpty()
                .allMatch(request -> ((Request.Propose) request).skill().equals(SkillId.UNGUIDED));
        assertThat(run.started().reports()).allMatch(report -> report.skills() == 0);
    }

    @Test
    void each_request_has_an_id_of_its_own() {
        Simulation run = Simulation.calm(Specs.spec(7));
        assertThat(run.sent).extracting(Request::id).doesNotHaveDuplicates();
    }
}
