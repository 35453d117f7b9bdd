package org.elenchus.tools.cli.history;

import java.util.List;
import java.util.Optional;
import org.elenchus.persistence.JournalEntry;
import org.elenchus.persistence.JournalReader;
import org.elenchus.persistence.StorageFault;
import org.elenchus.protocol.JournaledEvent;
import org.elenchus.protocol.run.EvolutionRunProtocol;
import org.elenchus.protocol.run.Phase;
import org.elenchus.protocol.run.RunSpec;

/**
 * Where a run stands, told from its newest events alone, so that many runs are listed in little time.
 *
 * @param run its id
 * @param iterations how many it is to have
 * @param state whether it is at work
 * @param phase it is in, or was in when it paused or failed
 * @param failure why it failed, when it did; that it was cancelled, when it was
 */
public record RunStanding(
        String run, long seed, int iterations, State state, int iteration, Phase phase, Optional<String> failure) {
    /** The type of the entities whose events tell it. */
    static final String TYPE = "EvolutionRun";

    /** What a run does now. */
    public enum State {
        RUNNING,
        PAUSED,
        FAILED,
        FINISHED
    }

    /** All runs of a journal, oldest first. */
    public static List<RunStanding> all(JournalReader journal) throws StorageFault {
        return journal.latest(TYPE, RunStanding::tellsThePhase).stream()
                .flatMap(events -> of(events).stream())
                .toList();
    }

    private static boolean tellsThePhase(JournaledEvent event) {
        return event instanceof EvolutionRunProtocol.PhaseEntered || event instanceof EvolutionRunProtocol.RunResumed;
    }

    /** @param entries a run's first event, then others, newest first, back to one that tells its phase if there is one */
    static Optional<RunStanding> of(List<JournalEntry> entries) {
        if (!(entries.get(0).event() instanceof EvolutionRunProtocol.RunStarted started)) {
            return Optional.empty();
        }
        RunStanding begun = begun(started.spec());
        return Optional.of(entries.stream().skip(1).map(JournalEntry::event).toList().reversed().stream()
                .reduce(begun, RunStanding::after, (one, other) -> other));
    }

    static RunStanding begun(RunSpec spec) {
        return new RunStanding(
                spec.runId(), spec.seed(), spec.iterations(), State.RUNNING, 0, Phase.PREPARING, Optional.empty());
    }

    /** In words. */
    public String words() {
        return switch (state) {
            case RUNNING, FINISHED -> Words.of(phase, iteration);
            case PAUSED, FAILED -> Words.of(state);
        };
    }

    /** Where it stands when this has happened, too. */
    RunStanding after(JournaledEvent event) {
        return switch (event) {
            case EvolutionRunProtocol.PhaseEntered entered -> at(entered.phase(), entered.iteration());
            case EvolutionRunProtocol.RunResumed resumed -> at(resumed.phase(), resumed.iteration());
            case EvolutionRunProtocol.RunPaused paused -> as(State.PAUSED, Optional.empty());
            case EvolutionRunProtocol.RunCancelled cancelled -> as(State.FAILED, Optional.of("cancelled"));
            case EvolutionRunProtocol.RunFailed failed -> as(State.FAILED, Optional.of(failed.reason()));
            default -> this;
        };
    }

    private RunStanding at(Phase entered, int index) {
        State now = entered == Phase.FINISHED ? State.FINISHED : State.RUNNING;
        return new RunStanding(run, seed, iterations, now, index, entered, Optional.empty());
    }

    private RunStanding as(State changed, Optional<String> why) {
        return new RunStanding(run, seed, iterations, changed, iteration, phase, why);
    }
}
