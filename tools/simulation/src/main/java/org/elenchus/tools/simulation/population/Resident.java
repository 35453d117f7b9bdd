package org.elenchus.tools.simulation.population;

import java.util.List;
import org.elenchus.actors.wiring.EntityIds;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.JournaledEvent;
import org.elenchus.protocol.repository.Quarantined;
import org.elenchus.protocol.repository.RepositoryCoordinate;
import org.elenchus.protocol.repository.RepositoryProtocol.PreparationRequested;
import org.elenchus.protocol.repository.RepositoryProtocol.RepositoryPrepared;
import org.elenchus.protocol.repository.RepositorySummary;
import org.elenchus.protocol.repository.TestId;
import org.elenchus.protocol.skill.SkillId;
import org.elenchus.protocol.skill.SkillProtocol.Observed;

/** One entity of a population. */
public sealed interface Resident {
    String runId();

    /** The name under which its events are in the journal. */
    String persistenceId();

    /** Its history, oldest first. */
    List<? extends JournaledEvent> events();

    /** A repository that was prepared. */
    record Repository(String runId, RepositoryCoordinate coordinate) implements Resident {
        @Override
        public String persistenceId() {
            return EntityIds.journaled(runId, coordinate);
        }

        @Override
        public List<? extends JournaledEvent> events() {
            return List.of(new PreparationRequested(coordinate), new RepositoryPrepared(summary()));
        }

        /** What it must answer when it is asked to be prepared once more. */
        public RepositorySummary summary() {
            int size = Math.floorMod(coordinate.value().hashCode(), 1000);
            return new RepositorySummary(
                    coordinate,
                    Digest.of("snapshot of " + coordinate),
                    Digest.of("inventory of " + coordinate),
                    10 + size / 10,
                    2000 + size,
                    100 + size,
                    List.of(new Quarantined(TestId.parse("org.example.LibraryTest#waits()"), Quarantined.Reason.SLOW)));
        }
    }

    /** @param repository the run's, for which it was asked for tasks */
    record Skilled(String runId, SkillId skill, RepositoryCoordinate repository, SkillHistory history)
            implements Resident {
        @Override
        public String persistenceId() {
            return EntityIds.journaled(runId, skill);
        }

        @Override
        public List<? extends JournaledEvent> events() {
            return new SkillEvents(skill, repository, history).all();
        }

        /** What it must answer when it is told once more of the last distillation it took in, which ends its history. */
        public Observed lastObserved() {
            return new Observed(SkillEvents.distillation(lastIteration()), history.standing(skill));
        }

        /** Of the last distillation it took in. */
        public int lastIteration() {
            return history.observations().size();
        }
    }
}
