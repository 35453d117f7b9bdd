package org.elenchus.tools.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.elenchus.protocol.OperationalEvent;
import org.elenchus.protocol.curator.CuratorProtocol;
import org.elenchus.protocol.repository.RepositoryProtocol;
import org.elenchus.protocol.run.EvolutionRunProtocol;
import org.elenchus.protocol.skill.SkillProtocol;
import org.elenchus.protocol.solver.SolverProtocol;
import org.elenchus.protocol.validator.ValidatorProtocol;
import org.elenchus.tools.simulation.machine.Fault;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SimulatorTest {
    private static final Simulator SIMULATOR = new Simulator();
    /** Written where sandboxes fail, or traces bring nothing new; scripted agents do neither. */
    private static final Set<String> FAULTS_ONLY = Set.of("GroupMissed", "GroupUnattempted", "TracesObserved");

    private static final Set<Fault> ALL = EnumSet.allOf(Fault.class);

    @AfterAll
    static void stop() {
        SIMULATOR.close();
    }

    @Test
    void three_hundred_schedules_of_all_faults_break_no_invariant() throws InterruptedException {
        Campaign.Result result = new Campaign(1, 300, ALL, 2).run(Cast.REAL, played -> {});
        assertThat(result.violation()).isEmpty();
        assertThat(result.played()).isEqualTo(300);
    }

    @Test
    void the_runs_that_are_played_go_all_the_way_and_leave_every_kind_of_event() {
        List<String> saved = LongStream.range(0, 8)
                .mapToObj(seed -> SIMULATOR.play(seed, Set.of(), true))
                .flatMap(play -> play.trace().stream())
                .filter(line -> says(line, "saved"))
                .toList();
        assertThat(Stream.of(
                                EvolutionRunProtocol.Event.class,
                                RepositoryProtocol.Event.class,
                                SolverProtocol.Event.class,
                                CuratorProtocol.Event.class,
                                SkillProtocol.Event.class,
                                ValidatorProtocol.Event.class)
                        .flatMap(events -> Stream.of(events.getPermittedSubclasses()))
                        .filter(event -> !OperationalEvent.class.isAssignableFrom(event))
                        .map(Class::getSimpleName)
                        .filter(event -> !FAULTS_ONLY.contains(event)))
                .allSatisfy(event -> assertThat(saved).anyMatch(line -> line.contains("  " + event + "[")));
        assertThat(saved).anyMatch(line -> line.contains("admitted=[generate/2/"));
    }

    @Test
    void a_seed_gives_the_same_trace_on_a_fresh_simulator_as_on_one_that_has_played_others() {
        LongStream.range(100, 120).forEach(other -> SIMULATOR.play(other, ALL, false));
        for (long seed = 7; seed < 12; seed++) {
            Play here = SIMULATOR.play(seed, ALL, true);
            try (Simulator fresh = new Simulator()) {
                Play there = fresh.play(seed, ALL, true);
                assertThat(String.join("\n", there.trace())).isEqualTo(String.join("\n", here.trace()));
                assertThat(there).isEqualTo(here);
            }
            Play untraced = SIMULATOR.play(seed, ALL, false);
            assertThat(untraced.steps()).isEqualTo(here.steps());
            assertThat(untraced.time()).isEqualTo(here.time());
        }
    }

    @ParameterizedTest
    @CsvSource({"DROP,LOST", "DUPLICATE,DOUBLED", "DELAY,DELAYED", "REORDER,OVERTAKEN", "CRASH,KILLED", "MEDDLE,MEDDLED"
    })
    void a_fault_happens_where_it_is_asked_for_and_nowhere_else(Fault fault, String word) {
        assertThat(happens(word, EnumSet.of(fault))).isTrue();
        assertThat(happens(word, EnumSet.complementOf(EnumSet.of(fault)))).isFalse();
    }

    @Test
    void a_crash_loses_what_was_on_its_way_to_the_journal_in_some_schedules() {
        assertThat(LongStream.range(0, 400)
                        .mapToObj(seed -> SIMULATOR.play(seed, EnumSet.of(Fault.CRASH, Fault.DELAY), true))
                        .anyMatch(play -> play.trace().stream().anyMatch(line -> says(line, "UNSAVED"))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Prepare[",
                "Prepared[",
                "Attempt[",
                "Attempted[",
                "Propose[",
                "Proposed[",
                "Judge[",
                "Judged[",
                "ObserveTraces[",
                "Observed[",
                "Distil[",
                "Distilled[",
                "Score[",
                "Scored[",
                "RecordOutcomes[",
                "Recorded[",
                "Train[",
                "Trained[",
                "Submit[",
                "Ready[",
                "Assign[",
                "RepositoryReady[",
                "GroupAttempted[",
                "CandidateJudged["
            })
    void every_command_reply_and_piece_of_work_crosses_the_network(String message) {
        assertThat(SIMULATOR.play(1, Set.of(), true).trace())
                .anyMatch(line -> says(line, "sent") && line.contains("  " + message));
    }

    @Test
    void schedules_differ() {
        List<List<String>> traces = IntStream.range(0, 4)
                .mapToObj(i -> SIMULATOR.play(8L * i, Set.of(), true).trace())
                .toList();
        assertThat(traces).doesNotHaveDuplicates();
    }

    private static boolean happens(String word, Set<Fault> faults) {
        return LongStream.range(0, 12)
                .mapToObj(seed -> SIMULATOR.play(seed, faults, true))
                .flatMap(play -> play.trace().stream())
                .anyMatch(line -> says(line, word));
    }

    private static boolean says(String line, String word) {
        return line.contains("  " + word + " ");
    }
}
