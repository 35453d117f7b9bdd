package org.elenchus.tools.cli.ablation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.elenchus.persistence.JournalEntry;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.JournaledEvent;
import org.elenchus.protocol.run.EvolutionRunProtocol.CandidatesReceived;
import org.elenchus.protocol.run.EvolutionRunProtocol.GroupReceived;
import org.elenchus.protocol.run.EvolutionRunProtocol.VerdictReceived;
import org.elenchus.protocol.skill.SkillId;
import org.elenchus.protocol.task.CandidateRef;
import org.elenchus.protocol.task.Pool;
import org.elenchus.protocol.task.Verdict;
import org.elenchus.protocol.trace.GroupRef;
import org.elenchus.tools.cli.Fault;
import org.elenchus.tools.cli.history.RunHistory;
import org.elenchus.tools.cli.testing.Samples;
import org.junit.jupiter.api.Test;

class ValidationTaskTest {
    private static final Digest ANY = Digest.of("any");

    /** A run that has one valid and attempted task of this pool, and one that was never attempted. */
    private static RunHistory run(Pool... pools) {
        List<JournalEntry> entries = new ArrayList<>(Samples.finishedRun());
        for (Pool pool : pools) {
            String id = "plant/0/" + pool + "/lib/unguided/";
            List<CandidateRef> candidates = List.of(candidate(id + "00"), candidate(id + "01"));
            add(entries, new CandidatesReceived(id, SkillId.UNGUIDED, pool, Samples.TRAIN, 2, candidates, ANY));
            candidates.forEach(candidate -> add(entries, new VerdictReceived("batch", valid(candidate.id()))));
            add(entries, new GroupReceived(new GroupRef("anchoring/1/0/x", id + "00", ANY, ANY, 2, 1)));
        }
        return RunHistory.of(entries).orElseThrow();
    }

    private static CandidateRef candidate(String id) {
        return new CandidateRef(id, SkillId.UNGUIDED, ANY, Digest.of(id));
    }

    private static Verdict valid(String id) {
        return new Verdict.Valid(id, Digest.of("task " + id), 1, 1, ANY);
    }

    private static void add(List<JournalEntry> entries, JournaledEvent event) {
        int number = 1000 + entries.size();
        entries.add(new JournalEntry(number, "EvolutionRun|" + Samples.SPEC.runId(), number, event));
    }

    @Test
    void tasks_of_no_other_pool_are_touched_nor_those_the_run_never_rolled_out() throws Exception {
        String id = "plant/0/VALIDATION/lib/unguided/00";

        assertThat(ValidationTask.of(run(Pool.TEST, Pool.VALIDATION, Pool.TRAIN)))
                .containsExactly(new ValidationTask(id, Digest.of("task " + id)));
    }

    @Test
    void a_run_that_has_not_rolled_out_its_validation_tasks_is_refused_with_a_remedy() {
        RunHistory early = run(Pool.TEST);

        assertThatThrownBy(() -> ValidationTask.of(early))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("elenchus evolve");
    }
}
