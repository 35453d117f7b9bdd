package org.elenchus.tools.cli.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.elenchus.persistence.JournalEntry;
import org.elenchus.protocol.run.EvolutionRunProtocol;
import org.elenchus.protocol.run.Phase;
import org.elenchus.tools.cli.history.RunStanding.State;
import org.elenchus.tools.cli.testing.Samples;
import org.junit.jupiter.api.Test;

class RunStandingTest {
    private static final List<JournalEntry> OWN = Samples.finishedRun().stream()
            .filter(entry -> entry.event() instanceof EvolutionRunProtocol.Event)
            .toList();

    /** As the journal is read for it: the first, then the others newest first. */
    private static RunStanding of(List<JournalEntry> entries) {
        List<JournalEntry> read =
                new ArrayList<>(entries.subList(1, entries.size()).reversed());
        read.add(0, entries.get(0));
        return RunStanding.of(read).orElseThrow();
    }

    private static List<JournalEntry> and(EvolutionRunProtocol.Event... events) {
        List<JournalEntry> entries = new ArrayList<>(OWN.subList(0, OWN.size() / 2));
        for (EvolutionRunProtocol.Event event : events) {
            entries.add(
                    new JournalEntry(900 + entries.size(), OWN.get(0).persistenceId(), 900 + entries.size(), event));
        }
        return entries;
    }

    @Test
    void a_run_stands_where_its_whole_history_says_after_every_event() {
        for (int i = 1; i <= OWN.size(); i++) {
            List<JournalEntry> cut = OWN.subList(0, i);
            RunHistory history = RunHistory.of(cut).orElseThrow();
            RunStanding standing = of(cut);
            assertThat(standing.phase()).isEqualTo(history.phase());
            assertThat(standing.iteration()).isEqualTo(history.iteration());
            assertThat(standing.state()).isEqualTo(history.isFinished() ? State.FINISHED : State.RUNNING);
            assertThat(standing.seed()).isEqualTo(Samples.SPEC.seed());
        }
        assertThat(of(OWN).state()).isEqualTo(State.FINISHED);
    }

    @Test
    void a_run_that_stands_still_tells_the_phase_in_which_it_did() {
        RunStanding running = of(and());
        RunStanding paused = of(and(new EvolutionRunProtocol.RunPaused()));
        assertThat(paused.state()).isEqualTo(State.PAUSED);
        assertThat(paused.phase()).isEqualTo(running.phase());
        assertThat(paused.iteration()).isEqualTo(running.iteration());

        RunStanding failed = of(and(new EvolutionRunProtocol.RunFailed("no network")));
        assertThat(failed.state()).isEqualTo(State.FAILED);
        assertThat(failed.failure()).contains("no network");

        RunStanding resumed = of(and(
                new EvolutionRunProtocol.RunFailed("no network"),
                new EvolutionRunProtocol.RunResumed(Phase.SCORING, 1, 0)));
        assertThat(resumed)
                .isEqualTo(new RunStanding(
                        Samples.SPEC.runId(),
                        Samples.SPEC.seed(),
                        Samples.SPEC.iterations(),
                        State.RUNNING,
                        1,
                        Phase.SCORING,
                        Optional.empty()));
    }

    @Test
    void what_does_not_begin_as_a_run_is_none() {
        JournalEntry other = new JournalEntry(1, "EvolutionRun|x", 1, new EvolutionRunProtocol.RunPaused());
        assertThat(RunStanding.of(List.of(other))).isEmpty();
    }
}
