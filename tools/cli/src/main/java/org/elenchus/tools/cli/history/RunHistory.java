package org.elenchus.tools.cli.history;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.elenchus.actors.evaluation.Rise;
import org.elenchus.protocol.repository.RepositorySummary;
import org.elenchus.protocol.run.IterationReport;
import org.elenchus.protocol.run.Phase;
import org.elenchus.protocol.run.RunSpec;
import org.elenchus.protocol.skill.SkillId;

/**
 * What the journal tells of one run.
 *
 * @param rises by iteration from 1: by how much it solves more of the test tasks than the base
 * @param tasks candidates by id
 * @param failure why it failed; absent when it did not, or goes on since
 * @param events events of the run in all entities
 */
public record RunHistory(
        String runId,
        RunSpec spec,
        Phase phase,
        int iteration,
        Optional<String> failure,
        List<IterationReport> reports,
        SortedMap<Integer, Rise> rises,
        List<RepositorySummary> repositories,
        SortedMap<String, TaskRecord> tasks,
        SortedMap<SkillId, SkillRecord> skills,
        int events) {
    public RunHistory {
        reports = List.copyOf(reports);
        rises = Collections.unmodifiableSortedMap(new TreeMap<>(rises));
        repositories = List.copyOf(repositories);
        tasks = Collections.unmodifiableSortedMap(new TreeMap<>(tasks));
        skills = Collections.unmodifiableSortedMap(new TreeMap<>(skills));
    }

    public boolean isFinished() {
        return phase == Phase.FINISHED;
    }

    /** Where it stands, in words. */
    public String standing() {
        return switch (phase) {
            case FINISHED -> "finished";
            case FAILED -> "failed";
            case PAUSED -> "paused";
            case NOT_STARTED -> "not started";
            case PREPARING, PLANTING, BASELINE -> Words.of(phase);
            case COLLECTING, DISTILLING, ANCHORING, GENERATING, JUDGING, SCORING, TRAINING, EVALUATING ->
                "iteration " + iteration + ", " + Words.of(phase);
        };
    }
}
