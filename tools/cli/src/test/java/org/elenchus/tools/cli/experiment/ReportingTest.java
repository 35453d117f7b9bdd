package org.elenchus.tools.cli.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.elenchus.persistence.Database;
import org.elenchus.persistence.EmbeddedDatabase;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.ProtocolJson;
import org.elenchus.protocol.run.EvolutionRunProtocol.Status;
import org.elenchus.protocol.run.Phase;
import org.elenchus.protocol.run.RunSpec;
import org.elenchus.protocol.run.Share;
import org.elenchus.tools.cli.testing.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ReportingTest {
    private final List<String> heard = new ArrayList<>();

    @TempDir
    private Path folder;

    private static RunSpec spec(long seed, Strategy strategy) {
        assertThat(seed).isEqualTo(Samples.SPEC.seed());
        return Samples.SPEC.withTasksPerIteration(10 + strategy.ordinal());
    }

    private final Trials.Listener progress = new Trials.Listener() {
        @Override
        public void progress(Map<Trial, Status> running, int waiting) {
            heard.add(waiting + " waiting");
        }

        @Override
        public void ended(Trial trial, Status status) {
            heard.add(trial.strategy().label());
        }
    };

    private static Observation observed(Trial trial, int tries) {
        List<TaskTries> task = List.of(new TaskTries(Digest.of("task").hex(), List.of(tries)));
        return new Observation(trial, new TreeMap<>(Map.of(0, task, 1, task)), 7);
    }

    private static Status status(Trial trial, Phase phase) {
        return new Status(trial.runId(), phase, 1, 0, 0, List.of(), Optional.empty(), Share.DEFAULT);
    }

    @Test
    void what_a_trial_showed_is_kept_when_it_ends_and_results_are_written_when_a_seed_is_whole() throws Exception {
        Path observations = folder.resolve("observations.json");
        Path json = folder.resolve("results.json");
        ResultOptions files = new ResultOptions();
        new CommandLine(files).parseArgs("--observations", observations.toString(), "--json", json.toString());
        Plan plan = Plan.of(List.of("full", "uniform"), Long.toString(Samples.SPEC.seed()), ReportingTest::spec);
        Trial full = plan.trials().get(0);
        Trial uniform = plan.trials().get(1);
        ObservationsFile kept = files.observations();
        try (Database database = EmbeddedDatabase.in(folder.resolve("data"))) {
            database.initialise();
            Findings findings = Findings.of(plan, kept, database);
            Reporting reporting = new Reporting(progress, findings, files);
            assertThat(findings.missing()).containsExactly(full, uniform);
            reporting.progress(Map.of(), 2);

            kept.add(observed(full, 1));
            reporting.ended(full, status(full, Phase.FINISHED));
            assertThat(findings.missing()).containsExactly(uniform);
            assertThat(ObservationsFile.read(observations).find(full)).isPresent();
            assertThat(json).doesNotExist();

            // One that failed has shown nothing: its seed is not whole.
            reporting.ended(uniform, status(uniform, Phase.FAILED));
            assertThat(findings.missing()).containsExactly(uniform);
            assertThat(json).doesNotExist();

            kept.add(observed(uniform, 0));
            reporting.ended(uniform, status(uniform, Phase.FINISHED));
            assertThat(findings.missing()).isEmpty();
            assertThat(ProtocolJson.mapper().readTree(json.toFile()).at("/seeds"))
                    .hasToString("[" + Samples.SPEC.seed() + "]");
        }
        assertThat(heard).containsExactly("2 waiting", "full", "uniform", "uniform");
    }
}
