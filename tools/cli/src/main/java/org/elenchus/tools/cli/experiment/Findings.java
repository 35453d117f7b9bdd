package org.elenchus.tools.cli.experiment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.elenchus.persistence.Database;
import org.elenchus.persistence.JournalReader;
import org.elenchus.persistence.StorageFault;
import org.elenchus.protocol.trace.TraceGroup;
import org.elenchus.tools.cli.history.Histories;
import org.elenchus.tools.cli.history.RunHistory;

/** What the finished trials of a plan showed: as kept in a file, or else as their journals tell it. */
final class Findings {
    private final Plan plan;
    private final ObservationsFile kept;
    private final Database database;
    private final Map<Trial, Observation> found = new LinkedHashMap<>();

    private Findings(Plan plan, ObservationsFile kept, Database database) {
        this.plan = plan;
        this.kept = kept;
        this.database = database;
    }

    /** Looks at every trial of the plan. @param kept gets what only the journal knows */
    static Findings of(Plan plan, ObservationsFile kept, Database database) throws StorageFault {
        Findings findings = new Findings(plan, kept, database);
        for (Trial trial : plan.trials()) {
            findings.look(trial);
        }
        return findings;
    }

    /** Takes in what a trial showed; one that has not finished shows nothing. */
    void look(Trial trial) throws StorageFault {
        Optional<Observation> known = kept.find(trial);
        if (known.isPresent()) {
            found.put(trial, known.get());
            return;
        }
        journaled(trial).ifPresent(observation -> {
            found.put(trial, observation);
            kept.add(observation);
        });
    }

    private Optional<Observation> journaled(Trial trial) throws StorageFault {
        return new Histories(new JournalReader(database))
                .find(trial.runId())
                .filter(RunHistory::isFinished)
                .map(history -> Observation.of(
                        trial, history, group -> database.artifacts().get(group.artifact(), TraceGroup.class)));
    }

    Plan plan() {
        return plan;
    }

    ObservationsFile kept() {
        return kept;
    }

    /** Trials that have not finished, in the order of the plan. */
    List<Trial> missing() {
        return plan.trials().stream().filter(trial -> !found.containsKey(trial)).toList();
    }

    /** How many seeds have all their strategies finished. */
    int wholeSeeds() {
        return plan.whole(found.keySet()).size();
    }

    Results results() {
        return Results.of(plan, List.copyOf(found.values()));
    }
}
