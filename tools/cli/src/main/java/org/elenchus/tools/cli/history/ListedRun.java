package org.elenchus.tools.cli.history;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.elenchus.persistence.JournalEntry;
import org.elenchus.persistence.JournalReader;
import org.elenchus.persistence.StorageFault;
import org.elenchus.protocol.JournaledEvent;
import org.elenchus.protocol.run.EvolutionRunProtocol;
import org.elenchus.protocol.skill.SkillProtocol;

/**
 * A run as a list shows it, told from the few events that matter to that, so that the runs of a large journal are listed in little time and memory.
 *
 * @param admitted tasks that entered a curriculum
 * @param skills those it had at any time, the built-in ones included
 * @param events of the run in all entities
 */
public record ListedRun(RunStanding standing, int admitted, int skills, int events) {
    private static final Set<Class<? extends JournaledEvent>> OF_RUNS = Set.of(
            EvolutionRunProtocol.RunStarted.class,
            EvolutionRunProtocol.PhaseEntered.class,
            EvolutionRunProtocol.RunResumed.class,
            EvolutionRunProtocol.RunPaused.class,
            EvolutionRunProtocol.RunCancelled.class,
            EvolutionRunProtocol.RunFailed.class,
            EvolutionRunProtocol.TasksSelected.class);

    private static final Set<Class<? extends JournaledEvent>> OF_SKILLS =
            Set.of(SkillProtocol.SkillRevised.class, SkillProtocol.TasksProposed.class);

    /** All runs of a journal, oldest first. */
    public static List<ListedRun> all(JournalReader journal) throws StorageFault {
        Map<String, Fold> runs = new LinkedHashMap<>();
        journal.forEach(RunStanding.TYPE, OF_RUNS, entry -> {
            if (entry.event() instanceof EvolutionRunProtocol.RunStarted started) {
                runs.put(entry.runId(), new Fold(RunStanding.begun(started.spec())));
            }
            apply(entry, runs);
        });
        journal.forEach("Skill", OF_SKILLS, entry -> apply(entry, runs));
        Map<String, Integer> counts = journal.counts();
        return runs.entrySet().stream()
                .map(run -> run.getValue().listed(counts.getOrDefault(run.getKey(), 0)))
                .toList();
    }

    private static void apply(JournalEntry entry, Map<String, Fold> runs) {
        Fold run = runs.get(entry.runId());
        if (run != null) {
            run.apply(entry);
        }
    }

    private static final class Fold {
        private RunStanding standing;
        private final Set<String> admitted = new HashSet<>();
        private final Set<String> skills = new HashSet<>();

        Fold(RunStanding begun) {
            standing = begun;
        }

        void apply(JournalEntry entry) {
            switch (entry.event()) {
                case EvolutionRunProtocol.TasksSelected selected -> admitted.addAll(selected.admitted());
                case SkillProtocol.SkillRevised revised -> skills.add(entry.persistenceId());
                // One that was asked in vain has told nobody its name.
                case SkillProtocol.TasksProposed proposed
                when proposed.candidates().isEmpty() -> {}
                case SkillProtocol.TasksProposed proposed -> skills.add(entry.persistenceId());
                default -> standing = standing.after(entry.event());
            }
        }

        ListedRun listed(int events) {
            return new ListedRun(standing, admitted.size(), skills.size(), events);
        }
    }
}
